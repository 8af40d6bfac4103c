/* A due moment and the time left, said to people. The server words them; the page never computes a due moment. */
import {
  dayOf,
  daysBetween,
  dueDayOf,
  type Instant,
  instantAt,
  type LocalDate,
  msOf,
  timeOf,
  weekdayOf,
} from '../time.ts'
import type { Language } from '../unit/unit.ts'
import type { Words } from '../words.ts'
import type { WorkingCalendar } from './calendar.ts'
import { workingDaysBetween } from './working-days.ts'

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** 「2020年1月31日」, "31 January 2020": Arabic digits without leading zeros, as GB/T 9704-2012 dates a document. */
export const dateInWords = (day: LocalDate, language: Language): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'zh'
    ? `${Number(year)}年${Number(month)}月${Number(date)}日`
    : `${Number(date)} ${months[Number(month) - 1] ?? ''} ${Number(year)}`
}

/** 「2020年1月31日（星期五）」, "Friday 31 January 2020". */
export const dayInWords = (day: LocalDate, language: Language): string => {
  const weekday = weekdays[language][weekdayOf(day) - 1] ?? ''
  const date = dateInWords(day, language)
  return language === 'zh' ? `${date}（星期${weekday}）` : `${weekday} ${date}`
}

/** 北京时间, or the zone's own name where the round keeps another time. */
export const zoneInWords = (zone: string, language: Language): string => {
  if (zone === 'Asia/Shanghai') return language === 'zh' ? '北京时间' : 'Beijing time'
  return language === 'zh' ? `${zone} 时间` : `${zone} time`
}

/** Time of day of a due moment: the first moment of a day is 24:00 of the day before. */
const dueTimeOf = (dueAt: Instant, zone: string): string =>
  dueDayOf(dueAt, zone) === dayOf(dueAt, zone) ? timeOf(dueAt, zone) : '24:00'

const minuteMs = 60_000

/*
 * Where the clocks go back an hour comes twice, and a time of day alone would be read as the earlier one (instantAt):
 * the later one is said to be it. A skipped hour cannot be meant: a due moment has an offset and is a moment.
 */
const isSecondOfTwo = (dueAt: Instant, zone: string): boolean =>
  zone !== 'Asia/Shanghai' &&
  dueTimeOf(dueAt, zone) !== '24:00' &&
  msOf(dueAt) - msOf(instantAt(dayOf(dueAt, zone), timeOf(dueAt, zone), zone)) >= minuteMs

/** 「2020年1月31日（星期五）24:00」; the zone follows unless it is Beijing's. */
export const inWords = (dueAt: Instant, zone: string, language: Language): string => {
  const second = isSecondOfTwo(dueAt, zone)
  const time = `${dueTimeOf(dueAt, zone)}${second ? (language === 'zh' ? '（拨钟后的第二次）' : ' (the second of two)') : ''}`
  const day = dayInWords(dueDayOf(dueAt, zone), language)
  if (language === 'zh') return `${day}${time}${zone === 'Asia/Shanghai' ? '' : `（${zoneInWords(zone, 'zh')}）`}`
  return `${day}, ${time}${zone === 'Asia/Shanghai' ? '' : ` (${zoneInWords(zone, 'en')})`}`
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/**
 * 「还有 3 个工作日」, 「今天24:00截止」, 「已逾期 2 天」. Working days are counted from today, today included, up to
 * the due day, so that the words agree with the ladder's; where none is left, calendar days are said. Overdue days
 * are calendar days after the due day.
 */
export const timeLeftInWords = (
  now: Instant,
  dueAt: Instant,
  zone: string,
  calendar: WorkingCalendar,
  language: Language,
): string => {
  const zh = language === 'zh'
  const dueDay = dueDayOf(dueAt, zone)
  const today = dayOf(now, zone)
  const days = daysBetween(today, dueDay)
  const time = dueTimeOf(dueAt, zone)
  if (now >= dueAt) {
    if (days === 0) return zh ? `今天${time}已截止` : `was due today at ${time}`
    return zh ? `已逾期 ${-days} 天` : `${plural(-days, 'day')} overdue`
  }
  if (days === 0) return zh ? `今天${time}截止` : `due today at ${time}`
  const workingDays = workingDaysBetween(today, dueDay, calendar)
  if (workingDays > 0) return zh ? `还有 ${workingDays} 个工作日` : `${plural(workingDays, 'working day')} left`
  return zh ? `还有 ${days} 天，其间没有工作日` : `${plural(days, 'day')} left, none of them a working day`
}

/** The same in both languages, for a refusal. */
export const bothInWords = (dueAt: Instant, zone: string): Words => ({
  zh: inWords(dueAt, zone, 'zh'),
  en: inWords(dueAt, zone, 'en'),
})
