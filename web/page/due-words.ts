/* The server words due moments and names every zone but Beijing's, which letters take for granted; pages name it too. */
import { say } from './words.ts'

/** 「2020年1月31日（星期五）24:00（北京时间）」. */
export const withZone = (inWords: string, zone: string): string =>
  zone === 'Asia/Shanghai' ? say().beijing(inWords) : inWords
