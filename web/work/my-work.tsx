/* What I owe, soonest first, and what is over. */

import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Problem } from '../api/problem.ts'
import { collects, holds } from '../collecting/collects.ts'
import { Forbidden } from '../page/forbidden.ts'
import { Heading } from '../page/heading.tsx'
import { Opening } from '../page/later.tsx'
import { loadMe, me, meProblem } from '../page/me.ts'
import { say as sayOfPages } from '../page/words.ts'
import './my-work.css'
import { PastWork } from './past-work.tsx'
import { Task } from './task.tsx'
import { say } from './words.ts'

const Failed = ({ problem }: { readonly problem: Problem }) =>
  problem.status === 403 ? (
    <Forbidden detail={problem.detail} />
  ) : (
    <section class="notice bad" role="alert">
      <p>
        <b>{say().failedToLoad}</b> {problem.detail}
      </p>
      <p>
        <button type="button" onClick={() => loadMe()}>
          {sayOfPages().again}
        </button>
      </p>
    </section>
  )

/* Only what was there when the page was left may be old. */
const useFreshWork = (): void =>
  useEffect(() => {
    if (me.peek() !== undefined) void loadMe()
  }, [])

/* Who collects and owes nothing of their own has their work elsewhere. */
const useCollectorsWay = (): boolean => {
  const { route } = useLocation()
  const answer = me.value
  const isElsewhere =
    answer !== undefined &&
    collects(answer.person) &&
    answer.openWork.length + answer.pastWork.length === 0 &&
    !holds(answer.person, 'reporter')
  useEffect(() => {
    if (isElsewhere) route('/rounds', true)
  }, [isElsewhere])
  return isElsewhere
}

export const MyWork = () => {
  useFreshWork()
  const isElsewhere = useCollectorsWay()
  const words = say()
  const answer = me.value
  const problem = meProblem.value
  if (answer === undefined) return problem === undefined ? <Opening /> : <Failed problem={problem} />
  if (isElsewhere) return <Opening />
  const { openWork, pastWork } = answer
  const today = openWork[0]?.today ?? pastWork[0]?.today
  return (
    <>
      <div class="head">
        <div>
          <Heading title={words.myWork} place="my-work" />
          {today !== undefined && <p class="sub">{words.today(today)}</p>}
        </div>
      </div>
      {openWork.length === 0 ? (
        <section class="card">
          <h2>{words.none}</h2>
          <p>{words.noneIs}</p>
        </section>
      ) : (
        <ol class="task-list">
          {openWork.map((work, i) => (
            <Task key={`${work.round} ${work.unit}`} work={work} isMain={i === 0} />
          ))}
        </ol>
      )}
      {pastWork.length > 0 && <PastWork all={pastWork} />}
    </>
  )
}
