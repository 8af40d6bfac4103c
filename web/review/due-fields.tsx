/* The due moment of a correction: a day and a time of day on the round's clocks; a day off is said at once. */
import type { DayAndTime } from '../zoned-moment.ts'
import { say } from './words.ts'

interface DueFieldsProps {
  readonly value: DayAndTime
  readonly daysOff: readonly string[]
  /** What was suggested, in words. */
  readonly suggested: string
  readonly choose: (value: DayAndTime) => void
}

const two = (figure: number): string => String(figure).padStart(2, '0')
const halfHours: readonly string[] = Array.from({ length: 48 }, (_, i) => {
  const minutes = (i + 1) * 30
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
})

export const DueFields = ({ value, daysOff, suggested, choose }: DueFieldsProps) => {
  const words = say()
  const isDayOff = daysOff.includes(value.day)
  /* A suggested time that is none of these is kept among them. */
  const times = halfHours.includes(value.time) ? halfHours : [value.time, ...halfHours]
  return (
    <>
      <div class="due-fields">
        <label>
          {words.dueDay}
          <input
            type="date"
            name="day"
            required
            value={value.day}
            onInput={({ currentTarget }) => choose({ ...value, day: currentTarget.value })}
          />
        </label>
        <label>
          {words.dueTime}
          <select
            name="time"
            value={value.time}
            onChange={({ currentTarget }) => choose({ ...value, time: currentTarget.value })}
          >
            {times.map((time) => (
              <option key={time} value={time}>
                {time}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="warn" role="status">
        {isDayOff && words.dayOff}
      </p>
      <p class="hint">{words.dueHint(suggested)}</p>
    </>
  )
}
