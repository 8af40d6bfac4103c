/* The server words due moments and names every zone but Beijing's, which letters take for granted; pages name it too. */
import { catalogue } from '../language.ts'

const say = catalogue(
  { beijing: (when: string) => `${when}（北京时间）` },
  { beijing: (when: string) => `${when} (Beijing time)` },
)

/** 「2020年1月31日（星期五）24:00（北京时间）」. */
export const withZone = (inWords: string, zone: string): string =>
  zone === 'Asia/Shanghai' ? say().beijing(inWords) : inWords
