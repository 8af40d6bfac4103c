/* What a page asks the API for when it is opened: the answer, or what went wrong and how to ask again. */
import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answered } from '../api/client.ts'
import { language } from '../language.ts'
import { Forbidden } from '../page/forbidden.ts'
import { Opening } from '../page/later.tsx'
import { NotFound } from '../page/not-found.tsx'
import { say as sayOfPages } from '../page/words.ts'
import { say } from './words.ts'

export interface Asked<T> {
  /** Undefined until the first has come. */
  readonly answer: Answered<T> | undefined
  /** Asks again; what is shown stays until the new answer is there. */
  readonly again: () => Promise<void>
}

/**
 * Asks when the page is opened, when one of `about` changes, and when the language does: answers come in words.
 * @param request must not close over anything that is not in `about`
 */
export const useAsked = <T,>(request: () => Promise<Answered<T>>, about: readonly string[]): Asked<T> => {
  const [answer, setAnswer] = useState<Answered<T> | undefined>(undefined)
  const latest = useRef(0)
  const again = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const came = await request()
    /* An answer that was overtaken by a later question is old. */
    if (mine === latest.current) setAnswer(came)
  }, [...about, language.value])
  useEffect(() => {
    void again()
  }, [again])
  return { answer, again }
}

interface AnswerProps<T> {
  readonly asked: Asked<T>
  readonly children: (value: T) => ComponentChildren
}

/** The page once its answer is there; until then, or without one, what there is to say instead. */
export const Answer = <T,>({ asked: { answer, again }, children }: AnswerProps<T>) => {
  if (answer === undefined) return <Opening />
  if (answer.ok) return <>{children(answer.value)}</>
  const { status, detail } = answer.problem
  if (status === 403) return <Forbidden detail={detail} />
  if (status === 404) return <NotFound />
  return (
    <section class="notice bad" role="alert">
      <p>
        <b>{say().failed}</b> {detail}
      </p>
      <p>
        <button type="button" onClick={() => again()}>
          {sayOfPages().again}
        </button>
      </p>
    </section>
  )
}
