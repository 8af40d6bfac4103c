/* The rounds that my units collect, the newest first. */
import { useLocation } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { roundAddress } from '../collecting/round-nav.tsx'
import { momentInWords } from '../moment.ts'
import { withZone } from '../page/due-words.ts'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import { say } from './words.ts'

type Round = AnswerOf<Routes['listRounds']>['rounds'][number]

const colours = { planned: '', approved: '', open: 'warn', closed: '', published: 'good' } as const

const RoundCard = ({ round }: { readonly round: Round }) => {
  const words = say()
  const at = (moment: string) => withZone(momentInWords(moment, round.zone), round.zone)
  const isPlanned = round.stage === 'planned' || round.stage === 'approved'
  return (
    <li class="card">
      <h2>
        <a href={roundAddress(round.id, isPlanned ? 'settings' : 'board')}>{round.title}</a>{' '}
        <span class={`chip ${colours[round.stage]}`}>{words[round.stage]}</span>
      </h2>
      <p class="sub">{words.from(at(round.opensAt), at(round.dueAt))}</p>
    </li>
  )
}

export const RoundsPage = () => {
  const { query } = useLocation()
  const words = say()
  const asked = useAsked(() => ask('listRounds'), [query['unit'] ?? ''])
  const person = me.value?.person
  return (
    <>
      <div class="head">
        <Heading title={words.rounds} place="rounds" />
        {person !== undefined && holds(person, 'coordinator') && (
          <a class="btn main" href="/rounds/new">
            {words.plan}
          </a>
        )}
      </div>
      <Answer asked={asked}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <p class="card">{words.none}</p>
          ) : (
            <ol class="task-list">
              {rounds.map((round) => (
                <RoundCard key={round.id} round={round} />
              ))}
            </ol>
          )
        }
      </Answer>
    </>
  )
}
