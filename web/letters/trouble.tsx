/* Work for a person: addresses that letters do not reach, and units that nobody reads letters for. */
import { useRef, useState } from 'preact/hooks'
import { ask } from '../api/collecting.ts'
import { momentInWords } from '../moment-words.ts'
import type { Ahead, Names } from './reminders.ts'
import { say } from './words.ts'

type Address = Ahead['trouble']['addresses'][number]

interface TroubleProps {
  readonly trouble: Ahead['trouble']
  readonly zone: string
  readonly names: Names
  /** Called when an address was mended. */
  readonly mended: () => Promise<void>
}

interface DeadProps extends Pick<TroubleProps, 'zone' | 'names'> {
  readonly address: Address
  readonly clear: (address: Address) => Promise<void>
}

const Dead = ({ address, zone, names, clear }: DeadProps) => {
  const words = say()
  const [isBusy, setBusy] = useState(false)
  const { name, email, state, units, because, at } = address
  const press = async () => {
    setBusy(true)
    await clear(address)
    setBusy(false)
  }
  return (
    <li>
      <p>
        <span class="chip bad">{words[state]}</span> <b>{name}</b> {email} <span class="sub">{names.join(units)}</span>
      </p>
      <p class="hint">
        {words.saidByService(because)}
        {' · '}
        {words.since(momentInWords(at, zone))}
      </p>
      <p class="actions">
        <button type="button" disabled={isBusy} aria-label={words.worksAgainOf(name)} onClick={press}>
          {words.worksAgain}
        </button>
        <a href={`/directory/units/${units[0] ?? ''}`} aria-label={words.changeAddressOf(name)}>
          {words.changeAddress}
        </a>
      </p>
    </li>
  )
}

export const Trouble = ({ trouble: { addresses, unreachable }, zone, names, mended }: TroubleProps) => {
  const words = say()
  const [said, setSaid] = useState<{ readonly text: string; readonly isBad: boolean } | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const clear = async ({ person, email }: Address) => {
    const answer = await ask('clearAddress', { path: { id: person } })
    setSaid(answer.ok ? { text: say().cleared(email), isBad: false } : { text: answer.problem.detail, isBad: true })
    if (!answer.ok) return
    await mended()
    /* The button that was pressed is gone. */
    heading.current?.focus()
  }
  const isCalm = addresses.length + unreachable.length === 0
  return (
    <section class="card">
      <h2 ref={heading} tabIndex={-1}>
        {words.trouble}
      </h2>
      <div role="status">
        {said !== undefined && <p class={`notice ${said.isBad ? 'bad' : 'good'}`}>{said.text}</p>}
      </div>
      {isCalm && <p>{words.troubleNone}</p>}
      {addresses.length > 0 && (
        <ul class="letters-trouble">
          {addresses.map((address) => (
            <Dead key={address.person} address={address} zone={zone} names={names} clear={clear} />
          ))}
        </ul>
      )}
      {unreachable.length > 0 && (
        <>
          <h3>{words.unreachable}</h3>
          <p>{words.unreachableIs}</p>
          <ul class="letters-people">
            {unreachable.map((unit) => (
              <li key={unit}>
                <a href={`/directory/units/${unit}`}>{names.of(unit)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
