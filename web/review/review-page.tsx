/*
 * A return as a coordinator reviews it: what needs reading, what changed, every section beside last year's figures, a
 * comment on any cell, the decision, and the next return with one key (Alt+N).
 */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ask } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav, roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import { Heading } from '../page/heading.tsx'
import { StageChip } from '../page/state-chip.tsx'
import { Changed } from './changed.tsx'
import type { Outcome } from './decide.ts'
import { Decision } from './decision.tsx'
import { Facts } from './facts.tsx'
import { LastReview } from './last-review.tsx'
import { nextAfter, type Waiting, waitingIn } from './next.ts'
import { ReadingList } from './reading-list.tsx'
import { ReturnLog } from './return-log.tsx'
import './review.css'
import { askForReview, beginReview, type ReviewAnswer, type Reviewed } from './reviewed.ts'
import { ReviewSection } from './section.tsx'
import { SectionList } from './section-list.tsx'
import { StageNotice } from './stage-notice.tsx'
import { toRead } from './to-read.ts'
import { say } from './words.ts'

interface DoneProps {
  readonly outcome: Outcome
  readonly next: Waiting | undefined
  readonly address: string
  readonly waiting: string
}

/* Takes the focus: Enter goes on. */
const Done = ({ outcome, next, address, waiting }: DoneProps) => {
  const words = say()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    link.current?.focus()
    link.current?.scrollIntoView({ block: 'center' })
  }, [outcome])
  return (
    <div class="notice good" role="status">
      <p>
        <b>{outcome.sentence}</b> {outcome.isDayOff && say().dueIsDayOff}
      </p>
      <p class="actions">
        {next === undefined && <span>{words.noNext}</span>}
        <a ref={link} class={next === undefined ? '' : 'btn main'} href={next === undefined ? waiting : address}>
          {next === undefined ? words.toWaiting : words.nextIs(next.name[language.value])}
        </a>
        {next !== undefined && <kbd>{words.nextKey}</kbd>}
      </p>
    </div>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement

/* By the place of the key: what Alt makes of the letter differs from system to system. */
const useNextKey = (go: () => void): void => {
  const latest = useRef(go)
  latest.current = go
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN' || isTyping(event.target)) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

interface OpenProps {
  readonly round: string
  readonly unit: string
  readonly value: ReviewAnswer
  readonly next: Waiting | undefined
  readonly again: () => Promise<void>
}

const Head = ({ reviewed, waiting }: { readonly reviewed: Reviewed; readonly waiting: string }) => {
  const words = say()
  const { answer } = reviewed
  return (
    <div class="head">
      <div>
        <Heading title={words.title(answer.unit.name[language.value])} place={reviewed.unit} />
        <p class="sub">
          {answer.round.title} {answer.revisions > 0 && `· ${words.revision(answer.revisions)} `}
          <StageChip stage={answer.stage} />
        </p>
      </div>
      <a class="no-print" href={waiting}>
        {words.toWaiting}
      </a>
    </div>
  )
}

const Open = ({ round, unit, value, next, again }: OpenProps) => {
  const { route, query } = useLocation()
  const outcome = useSignal<Outcome | undefined>(undefined)
  const begun = useMemo(() => beginReview({ round, unit }, value), [])
  const reading = useMemo(() => toRead(value.answer), [value])
  useEffect(() => begun.keeping.read(value.answer), [value])
  useEffect(() => begun.keeping.close, [])
  const reviewed: Reviewed = { ...value, round, unit, ...begun }
  const waiting = roundAddress(round, 'review', query['unit'])
  const address = next === undefined ? waiting : roundAddress(round, `review/${next.unit}`, query['unit'])
  const goNext = async (): Promise<void> => {
    if (next === undefined) return
    const isSaved = await begun.keeping.flush()
    if (isSaved || value.answer.reviewer?.mayReview !== true) route(address)
  }
  useNextKey(goNext)
  const done = (what: Outcome): void => {
    outcome.value = what
    begun.openCell.value = undefined
    void again()
  }
  return (
    <>
      <Head reviewed={reviewed} waiting={waiting} />
      {outcome.value !== undefined && <Done outcome={outcome.value} next={next} address={address} waiting={waiting} />}
      {outcome.value === undefined && <StageNotice reviewed={reviewed} />}
      <div class="review-split">
        <SectionList reviewed={reviewed} reading={reading} />
        <div>
          <ReadingList reviewed={reviewed} reading={reading} />
          <LastReview reviewed={reviewed} />
          <Changed reviewed={reviewed} />
          <Facts reviewed={reviewed} />
          {value.form.sections.map((section) => (
            <ReviewSection key={section.id} reviewed={reviewed} reading={reading} section={section} />
          ))}
          <ReturnLog reviewed={reviewed} />
          <Decision reviewed={reviewed} isNextThere={next !== undefined} goNext={goNext} done={done} again={again} />
        </div>
      </div>
    </>
  )
}

interface PageProps {
  readonly params?: Readonly<Record<string, string>>
}

export const ReviewPage = ({ params: { round = '', unit = '' } = {} }: PageProps) => {
  const { query } = useLocation()
  const collector = query['unit']
  const asked = useAsked(() => askForReview({ round, unit }), [round, unit])
  const board = useAsked(
    () => ask('getBoard', { path: { round }, query: collector === undefined ? {} : { unit: collector } }),
    [round, unit, collector ?? ''],
  )
  const waiting = board.answer?.ok === true ? waitingIn(board.answer.value.rows) : []
  return (
    <>
      <RoundNav round={round} />
      <Answer asked={asked}>
        {(value) => (
          <Open
            key={`${round} ${unit}`}
            round={round}
            unit={unit}
            value={value}
            next={nextAfter(waiting, unit)}
            again={asked.again}
          />
        )}
      </Answer>
    </>
  )
}
