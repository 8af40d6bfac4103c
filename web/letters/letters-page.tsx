/* The letters of a round: what needs a hand, what is still to come, what became of those that were written. */
import { useLocation, useRoute } from 'preact-iso'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav } from '../collecting/round-nav.tsx'
import { Heading } from '../page/heading.tsx'
import './letters.css'
import { Log } from './log.tsx'
import { Plan } from './plan.tsx'
import { namesIn } from './reminders.ts'
import { Trouble } from './trouble.tsx'
import { say } from './words.ts'

const pageOf = async (round: string, unit: string | undefined) => {
  const path = { round }
  const [about, ahead] = await Promise.all([
    ask('getRound', { path }),
    ask('getReminders', { path, query: { unit, part: 'plan' } }),
  ])
  if (!about.ok) return about
  return ahead.ok ? { ok: true as const, value: { round: about.value, ahead: ahead.value } } : ahead
}

export const LettersPage = () => {
  const { round = '' } = useRoute().params
  const unit = useLocation().query['unit']
  const words = say()
  const asked = useAsked(() => pageOf(round, unit), [round, unit ?? ''])
  return (
    <>
      <RoundNav round={round} />
      <div class="head">
        <div>
          <Heading title={words.title} place={`letters ${round}`} />
          {asked.answer?.ok === true && <p class="sub">{words.of(asked.answer.value.round.title)}</p>}
        </div>
      </div>
      <Answer asked={asked}>
        {({ round: of, ahead }) => {
          const names = namesIn(ahead.units)
          return (
            <>
              <Trouble trouble={ahead.trouble} zone={of.zone} names={names} mended={asked.again} />
              <Plan ahead={ahead} round={of} unit={unit} names={names} />
              <Log round={of} unit={unit} names={names} />
            </>
          )
        }}
      </Answer>
    </>
  )
}
