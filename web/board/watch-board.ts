/*
 * The board as it is now: asked for every twenty seconds while somebody looks at it, at once when they come back to the
 * window and after their own act. The tag of the answer before goes along, and mostly nothing comes back but 304.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { type Answered, answered, jsonAnswer, urlOf } from '../api/client.ts'
import { language } from '../language.ts'

export type BoardAnswer = AnswerOf<Routes['getBoard']>
export type Row = BoardAnswer['rows'][number]

const everyMs = 20_000

export interface Watched {
  readonly answer: Answered<BoardAnswer> | undefined
  /** The latest question found no answer: what is shown is older. */
  readonly isStale: boolean
  readonly again: () => Promise<void>
}

export const useBoard = (round: string, unit: string | undefined): Watched => {
  const [answer, setAnswer] = useState<Answered<BoardAnswer> | undefined>(undefined)
  const [isStale, setStale] = useState(false)
  const known = useRef<{ readonly url: string; readonly tag: string } | undefined>(undefined)
  const latest = useRef(0)
  const again = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const url = urlOf('/rounds/{round}/board', { round }, { unit })
    const about = `${language.peek()} ${url}`
    const tag = known.current?.url === about ? known.current.tag : undefined
    const response = await answered('GET', url, undefined, undefined, undefined, tag)
    /* An answer that was overtaken by a later question is old. */
    if (mine !== latest.current) return
    setStale(response === undefined)
    if (response?.status === 304) return
    const came = await jsonAnswer<BoardAnswer>(response)
    if (mine !== latest.current) return
    const isFirst = known.current?.url !== about
    /* What is shown stays where only the line is gone. */
    if (!came.ok && came.problem.code === 'offline' && !isFirst) return
    known.current = came.ok ? { url: about, tag: response?.headers.get('etag') ?? '' } : undefined
    setAnswer(came)
  }, [round, unit, language.value])
  useEffect(() => {
    const whenSeen = () => {
      if (document.visibilityState === 'visible') void again()
    }
    void again()
    const timer = setInterval(whenSeen, everyMs)
    window.addEventListener('focus', whenSeen)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', whenSeen)
      document.removeEventListener('visibilitychange', whenSeen)
      latest.current += 1
    }
  }, [again])
  return { answer, isStale, again }
}
