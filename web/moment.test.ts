import { afterEach, describe, expect, it } from 'vitest'
import { language } from './language.ts'
import { timeInWords } from './moment.ts'
import { momentInWords } from './moment-words.ts'

afterEach(() => {
  language.value = 'zh'
})

describe('a moment', () => {
  it('is read in the zone of the round, whatever the zone of the computer', () => {
    expect(momentInWords('2020-01-31T15:59:00.000Z', 'Asia/Shanghai')).toBe('2020年1月31日 23:59')
    expect(momentInWords('2020-01-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2020年2月1日 00:00')
    expect(timeInWords('2020-01-31T16:00:00.000Z', 'Asia/Urumqi')).toBe('22:00')
  })
  it('is said in English where that is chosen', () => {
    language.value = 'en'
    expect(momentInWords('2020-02-29T06:02:00.000Z', 'Asia/Shanghai')).toBe('29 February 2020, 14:02')
  })
})
