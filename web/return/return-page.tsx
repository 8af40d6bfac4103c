/* Opens a return once, and keeps it open from part to part. */

import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Answered } from '../api/client.ts'
import type { Problem } from '../api/problem.ts'
import { language } from '../language.ts'
import { Forbidden } from '../page/forbidden.ts'
import { Heading } from '../page/heading.tsx'
import { NotFound } from '../page/not-found.tsx'
import { fetchNotices } from './frame-notices.ts'
import { openReturn } from './open.ts'
import type { OpenReturn } from './open-return.ts'
import './return.css'
import { fetchRestLater, makeTablesLater } from './once-open.ts'
import { ReturnFrame } from './return-frame.tsx'
import { wantedCell } from './wanted-cell.ts'
import { say } from './words.ts'

interface ReturnPageProps {
  readonly round: string
  readonly unit: string
  readonly part: string | undefined
}

const Failed = ({ problem, again }: { readonly problem: Problem; readonly again: () => void }) => {
  if (problem.status === 403) return <Forbidden detail={problem.detail} />
  if (problem.status === 404) return <NotFound />
  return (
    <section class="notice bad" role="alert">
      <Heading title={say().notOpened} place="not-opened" />
      <p>{problem.detail}</p>
      <button type="button" onClick={again}>
        {say().again}
      </button>
    </section>
  )
}

/** The return of an address; opened anew when the address names another, or when `attempt` is raised. */
const useOpen = (round: string, unit: string, attempt: number): Answered<OpenReturn> | undefined => {
  const [opened, setOpened] = useState<Answered<OpenReturn> | undefined>(undefined)
  useEffect(() => {
    let isLeft = false
    let open: OpenReturn | undefined
    setOpened(undefined)
    openReturn({ round, unit }).then(async (answer) => {
      if (answer.ok) await fetchNotices(answer.value)
      if (answer.ok) open = answer.value
      if (isLeft) open?.close()
      else setOpened(answer)
    })
    return () => {
      isLeft = true
      open?.close()
    }
  }, [round, unit, attempt])
  return opened
}

/* Due moments and comparisons come in words from the server: another language asks for them again. */
const useWordsOf = (open: OpenReturn | undefined): void => {
  const spoken = useRef(language.peek())
  const now = language.value
  useEffect(() => {
    if (open === undefined || spoken.current === now) return
    spoken.current = now
    void open.refresh()
  }, [open, now])
}

export const ReturnPage = ({ round, unit, part }: ReturnPageProps) => {
  const [attempt, setAttempt] = useState(0)
  const { query } = useLocation()
  const opened = useOpen(round, unit, attempt)
  useWordsOf(opened?.ok === true ? opened.value : undefined)
  useEffect(() => {
    if (opened?.ok !== true) return
    void makeTablesLater(opened.value)
    fetchRestLater()
  }, [opened])
  useEffect(() => {
    if (query['cell'] !== undefined) wantedCell.value = query['cell']
  }, [query['cell']])
  if (opened === undefined)
    return (
      <p class="notice" role="status">
        {say().opening}
      </p>
    )
  return opened.ok ? (
    <ReturnFrame open={opened.value} part={part} />
  ) : (
    <Failed problem={opened.problem} again={() => setAttempt(attempt + 1)} />
  )
}
