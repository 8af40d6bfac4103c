/* Moves the due moment of one unit, with a reason; what the server refuses stands beside the form, and nothing is lost. */
import { useSignal } from '@preact/signals'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { momentInWords } from '../moment-words.ts'
import { dueDayAndTime, momentAt } from '../zoned-moment.ts'
import type { Desk } from './row-desk.tsx'
import { owes } from './rows-shown.ts'
import { say } from './words.ts'

const times = ['12:00', '17:30', '18:00', '24:00']

export const Extension = ({ row, round, zone, done }: Desk) => {
  const words = say()
  const given = row.extension
  const start = given === undefined ? { day: '', time: '24:00' } : dueDayAndTime(given.dueAt, zone)
  const day = useSignal(start.day)
  const time = useSignal(start.time)
  const reason = useSignal(given?.reason ?? '')
  const refused = useSignal<string | undefined>(undefined)
  const busy = useSignal(false)
  const path = { round, unit: row.unit }
  const name = row.name[language.value]
  const acted = async (act: () => Promise<{ ok: true } | { ok: false; problem: { detail: string } }>, news: string) => {
    if (busy.value) return
    busy.value = true
    const answer = await act()
    busy.value = false
    refused.value = answer.ok ? undefined : answer.problem.detail
    if (answer.ok) done(news)
  }
  const grant = (event: Event) => {
    event.preventDefault()
    const dueAt = momentAt({ day: day.value, time: time.value }, zone)
    if (dueAt === undefined) {
      refused.value = words.needsDay
      return
    }
    if (reason.value.trim() === '') {
      refused.value = words.needsReason
      return
    }
    void acted(() => ask('putExtension', { path, body: { dueAt, reason: reason.value } }), words.granted(name))
  }
  const choices = times.includes(time.value) ? times : [time.value, ...times]
  return (
    <form class="board-form" noValidate onSubmit={grant}>
      <h3>{words.extension}</h3>
      {given !== undefined && <p>{words.extensionIs(momentInWords(given.dueAt, zone), given.by.name)}</p>}
      {owes(row) ? (
        <>
          <div class="board-fields">
            <label>
              {words.newDue}
              <input
                type="date"
                name="day"
                value={day.value}
                onInput={({ currentTarget }) => {
                  day.value = currentTarget.value
                }}
              />
            </label>
            <label>
              {words.time}
              <select
                name="time"
                value={time.value}
                onChange={({ currentTarget }) => {
                  time.value = currentTarget.value
                }}
              >
                {choices.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <label>
            {words.reason}
            <input
              type="text"
              name="reason"
              maxLength={2000}
              value={reason.value}
              onInput={({ currentTarget }) => {
                reason.value = currentTarget.value
              }}
            />
          </label>
          {refused.value !== undefined && (
            <p class="problem" role="alert">
              {refused.value}
            </p>
          )}
          <p class="actions">
            <button type="submit" aria-disabled={busy.value}>
              {given === undefined ? words.grant : words.change}
            </button>
            {given !== undefined && (
              <button
                type="button"
                onClick={() => acted(() => ask('deleteExtension', { path }), words.takenBack(name))}
              >
                {words.takeBack}
              </button>
            )}
          </p>
        </>
      ) : (
        <p class="hint">{words.handedIn}</p>
      )}
    </form>
  )
}
