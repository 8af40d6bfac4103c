/* Moments and days in words: apart from moment.ts, which every return loads as it is opened. */
import { language } from './language.ts'
import { partsOf } from './moment.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** 「2020年1月20日 14:02」, “20 January 2020, 14:02”. */
export const momentInWords = (at: string, zone: string): string => {
  const { year, month, day, hour, minute } = partsOf(at, zone)
  return language.value === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日 ${hour}:${minute}`
    : `${Number(day)} ${months[Number(month) - 1]} ${year}, ${hour}:${minute}`
}

/** A day of the calendar, 2020-01-31: 「2020年1月31日」, “31 January 2020”. */
export const dayInWords = (day: string): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return language.value === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`
}
