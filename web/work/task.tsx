/* One round in which a unit of mine owes a return. */
import type { MeAnswer } from '../api/client.ts'
import { language } from '../language.ts'
import { withZone } from '../page/due-words.ts'
import { StageChip, TimelinessChip } from '../page/state-chip.tsx'
import { addressOf } from '../return/parts.ts'
import { say } from './words.ts'

export type Work = MeAnswer['openWork'][number]

const isMine = ({ stage }: Work): boolean => stage === 'notStarted' || stage === 'drafting' || stage === 'sentBack'

const Due = ({ work }: { readonly work: Work }) => {
  const words = say()
  if (!isMine(work)) return <p class="task-due sub">{words.wasDue(withZone(work.due.inWords, work.zone))}</p>
  const sentence = work.due.why === 'correction' ? words.correctionDue : words.due
  return (
    <p class={`task-due notice ${work.timeliness === 'overdue' ? 'bad' : 'warn'}`}>
      {sentence(withZone(work.due.inWords, work.zone))} · <b>{work.due.left}</b>
      {work.due.isDayOff && (
        <>
          <br />
          {words.dayOff}
        </>
      )}
    </p>
  )
}

const Progress = ({ work }: { readonly work: Work }) => {
  const words = say()
  if (work.progress === undefined) return <>{words.notBegun}</>
  const { filled, total } = work.progress
  return (
    <>
      {words.cells(filled, total)}
      <progress value={filled} max={Math.max(total, 1)} aria-label={words.progress} />
      {(work.failedChecks ?? 0) > 0 && <span class="bad">{words.failed(work.failedChecks ?? 0)}</span>}
    </>
  )
}

const Facts = ({ work }: { readonly work: Work }) => {
  const words = say()
  return (
    <dl class="task-facts">
      <div>
        <dt>{words.stage}</dt>
        <dd>
          <StageChip stage={work.stage} />
          {work.correction !== undefined && work.stage === 'drafting' && <p class="hint">{words.corrected}</p>}
        </dd>
      </div>
      <div>
        <dt>{words.timeliness}</dt>
        <dd>
          <TimelinessChip of={work.timeliness} />
        </dd>
      </div>
      <div>
        <dt>{words.progress}</dt>
        <dd>
          <Progress work={work} />
        </dd>
      </div>
      <div>
        <dt>{words.comments}</dt>
        <dd class={work.comments > 0 ? 'warn' : ''}>{words.waiting(work.comments)}</dd>
      </div>
    </dl>
  )
}

const actionOf = (work: Work): string => {
  const words = say()
  if (work.stage === 'notStarted') return words.begin
  if (work.stage === 'sentBack' || (work.stage === 'drafting' && work.comments > 0)) return words.correct
  return work.stage === 'drafting' ? words.goOn : words.look
}

/** @param isMain the one action of the page: the task that is due first */
export const Task = ({ work, isMain }: { readonly work: Work; readonly isMain: boolean }) => {
  const words = say()
  const titleId = `task-${work.round}-${work.unit}`
  return (
    <li class={`card task${isMine(work) ? ' now' : ''}`}>
      <div class="task-head">
        <div>
          <h2 id={titleId}>{work.title}</h2>
          <p class="sub">{work.unitName[language.value]}</p>
        </div>
        <Due work={work} />
      </div>
      <Facts work={work} />
      {work.correction !== undefined && (
        <p class="notice warn">
          <b>{words[work.correction.kind]}</b>
          {language.value === 'zh' ? '：' : ': '}
          <span class="as-typed">{work.correction.reason}</span>
        </p>
      )}
      <p class="actions">
        <a
          class={`btn${isMain && isMine(work) ? ' main' : ''}`}
          href={addressOf(work)}
          id={`${titleId}-open`}
          aria-labelledby={`${titleId}-open ${titleId}`}
        >
          {actionOf(work)}
        </a>
        {work.receipt !== undefined && (
          <a class="btn" href={addressOf(work, 'receipt')}>
            {words.receipt}
          </a>
        )}
        {!work.statutory && <span class="hint">{words.internal}</span>}
      </p>
    </li>
  )
}
