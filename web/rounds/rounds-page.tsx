/* The rounds that my units collect, the newest first. How many are in is on the board of each. */
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { roundAddress } from '../collecting/round-nav.tsx'
import { withZone } from '../page/due-words.ts'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import './rounds.css'
import { dayTimeInWords, dueTimeInWords } from '../zoned-moment.ts'
import { StageOfRound } from './stage-chip.tsx'
import { say } from './words.ts'

type Round = AnswerOf<Routes['listRounds']>['rounds'][number]

interface CardProps {
  readonly round: Round
  readonly isCoordinator: boolean
}

const RoundCard = ({ round, isCoordinator }: CardProps) => {
  const words = say()
  const isPlanned = round.stage === 'planned' || round.stage === 'approved'
  const main = isPlanned ? 'settings' : 'board'
  const other = isPlanned ? undefined : 'settings'
  const which = <span class="unseen">{words.of(round.title)}</span>
  return (
    <li class="card">
      <h2>
        <a href={roundAddress(round.id, main)}>{round.title}</a> <StageOfRound stage={round.stage} />
      </h2>
      <p class="round-dates">
        <b>{withZone(words.due(dueTimeInWords(round.dueAt, round.zone)), round.zone)}</b>{' '}
        <span class="sub">{words.from(dayTimeInWords(round.opensAt, round.zone))}</span>
      </p>
      <p class="actions">
        <a href={roundAddress(round.id, main)}>
          {isPlanned ? (isCoordinator && round.stage === 'planned' ? words.check : words.settings) : words.board}
          {which}
        </a>
        {other !== undefined && (
          <a href={roundAddress(round.id, other)}>
            {words.settings}
            {which}
          </a>
        )}
        {isCoordinator && (
          <a href={`/rounds/new?from=${round.id}`}>
            {words.nextYear}
            {which}
          </a>
        )}
      </p>
    </li>
  )
}

export const RoundsPage = () => {
  const words = say()
  const asked = useAsked(() => ask('listRounds'), [])
  const person = me.value?.person
  const isCoordinator = person !== undefined && holds(person, 'coordinator')
  return (
    <>
      <div class="head">
        <Heading title={words.rounds} place="rounds" />
        {isCoordinator && (
          <a class="btn main" href="/rounds/new">
            {words.plan}
          </a>
        )}
      </div>
      <Answer asked={asked}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <section class="card">
              <p>{words.none}</p>
              <p class="sub">{isCoordinator ? words.noneIs : words.noneForLeaders}</p>
            </section>
          ) : (
            <ol class="round-cards">
              {rounds.map((round) => (
                <RoundCard key={round.id} round={round} isCoordinator={isCoordinator} />
              ))}
            </ol>
          )
        }
      </Answer>
    </>
  )
}
