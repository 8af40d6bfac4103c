import { describe, expect, it } from 'vitest'
import { calendarFor } from '../functions/calendars.ts'
import { isDueOnDayOff } from '../shared/round/due.ts'
import { defaultLadder } from '../shared/round/ladder.ts'
import { planOf } from '../shared/round/plan.ts'
import { instant } from '../shared/time.ts'

const zone = 'Asia/Shanghai'
const chinese = () => {
  const calendar = calendarFor({ id: 'cn', extraDaysOff: [], extraWorkdays: [] })
  if (calendar === undefined) throw new Error('The calendar cn is missing.')
  return calendar
}
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]
const dueIn = (year: number) => instant(`${year}-02-01T00:00:00+08:00`)
const plan = (year: number) =>
  planOf(
    { ladder: defaultLadder, opensAt: instant(`${year - 1}-12-16T09:00:00+08:00`), dueAt: dueIn(year), zone },
    chinese(),
  ).filter((one) => one.droppedFor === undefined)

describe('31 January with the published holidays', () => {
  it('is a day off in 2020, 2021, 2022, 2025, 2026 and 2027 only', () => {
    expect(years.filter((year) => isDueOnDayOff(dueIn(year), zone, chinese()))).toEqual([
      2020, 2021, 2022, 2025, 2026, 2027,
    ])
  })
  it('keeps its own step in every year, and no other step falls on a day off', () => {
    for (const year of years) {
      expect(plan(year).find(({ step }) => step.id === 'dueDay')?.day).toBe(`${year}-01-31`)
      const others = plan(year).filter(({ step }) => step.timing.kind === 'before' || step.timing.kind === 'after')
      expect(others.filter(({ day }) => chinese().isDayOff(day))).toEqual([])
    }
  })
  it('has its last reminder before the Spring Festival of 2020 and 2025, not in it', () => {
    const lastBefore = (year: number) => plan(year).find(({ step }) => step.id === 'before1')?.day
    expect([lastBefore(2020), lastBefore(2025)]).toEqual(['2020-01-23', '2025-01-27'])
  })
  it('says of 2027 that its holidays are not published, and of no year before', () => {
    expect(years.filter((year) => plan(year).some(({ unknownYear }) => unknownYear))).toEqual([2027])
  })
})
