import { describe, expect, it } from 'vitest'
import { calendarFor } from '../functions/calendars.ts'
import { isDueOnDayOff } from '../shared/round/due.ts'
import { defaultLadder, isNight } from '../shared/round/ladder.ts'
import { planOf, stepOwed } from '../shared/round/plan.ts'
import { instant, instantAt, type LocalDate, localDate, plusDays } from '../shared/time.ts'

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

/* The rules of the ladder, told a second time over the days themselves. */
const dueDays = ['01-31', '02-20', '03-10', '03-31']
const allYears = [2019, ...years]
const cases = allYears.flatMap((year) => dueDays.map((end) => localDate(`${year}-${end}`)))

/** The n-th working day before a day, counted by walking back. */
const walkedBack = (from: LocalDate, n: number): LocalDate => {
  let day = from
  for (let left = n; left > 0; ) {
    day = plusDays(day, -1)
    if (!chinese().isDayOff(day)) left -= 1
  }
  return day
}
const nextWorking = (from: LocalDate): LocalDate => {
  let day = from
  while (chinese().isDayOff(day)) day = plusDays(day, 1)
  return day
}

/** By day, the step that goes out: what comes later in the ladder takes the place of what came to the same day. */
const byHand = (dueDay: LocalDate): Readonly<Record<string, string>> => ({
  ...Object.fromEntries([14, 7, 3, 1].map((n) => [walkedBack(dueDay, n), `before${n}`])),
  [dueDay]: 'dueDay',
  [nextWorking(plusDays(dueDay, 1))]: 'overdue1',
  [nextWorking(plusDays(dueDay, 3))]: 'overdue3',
})

describe.each(cases)('day by day up to %s and past it', (dueDay) => {
  const dueAt = instantAt(plusDays(dueDay, 1), '00:00', zone)
  const opensAt = instantAt(plusDays(dueDay, -50), '09:00', zone)
  const first = plusDays(dueDay, -49)
  const days = Array.from({ length: 49 + 16 }, (_, i) => plusDays(first, i))
  const steps = planOf({ ladder: defaultLadder, opensAt, dueAt, zone }, chinese())

  /** What goes out when, with two runs at each of these hours. */
  const season = (hours: readonly string[], isOut: (day: LocalDate) => boolean = () => false) => {
    const claimed = new Set(['opening'])
    return days.flatMap((day) =>
      isOut(day)
        ? []
        : [...hours, ...hours].sort().flatMap((hour) => {
            const now = instantAt(day, hour, zone)
            const owed = isNight(now, zone) ? undefined : stepOwed(steps, now, claimed)
            if (owed === undefined) return []
            claimed.add(owed.step.id)
            return [{ day, hour, step: owed.step.id }]
          }),
    )
  }

  it('sends each step once, on its day at nine', () => {
    const sent = season(['00:15', '06:45', '08:45', '09:00', '09:15', '20:45', '23:45'])
    expect(Object.fromEntries(sent.map(({ day, step }) => [day, step]))).toEqual(byHand(dueDay))
    expect(sent.map(({ hour }) => hour)).toEqual(sent.map(() => '09:00'))
  })

  it('comes back from three days of outage, whenever they are, with one letter, and none that is untrue', () => {
    for (let out = 0; out < days.length - 3; out += 5) {
      const [from, to] = [days[out] ?? first, days[out + 3] ?? first]
      const sent = season(['09:00', '16:00'], (day) => day >= from && day < to)
      expect(new Set(sent.map(({ day }) => day)).size).toBe(sent.length)
      expect(new Set(sent.map(({ step }) => step)).size).toBe(sent.length)
      for (const { day, step } of sent) expect(step.startsWith('overdue')).toBe(day > dueDay)
    }
  })
})
