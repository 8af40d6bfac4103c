/* Names of holidays: calendars give them in Chinese. */
import type { Language } from '../unit/unit.ts'

const english: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-autumn Festival',
  国庆节: 'National Day',
}

/** 「春节」, “Spring Festival”; a name that nobody has translated stays as it is. */
export const holidayInWords = (name: string, language: Language): string =>
  language === 'en' ? (english[name] ?? name) : name
