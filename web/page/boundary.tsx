/*
 * An error in one part leaves the others standing; one in the page itself leaves the bar and the way back. Nothing
 * typed is lost either way: saving does not hang on what is drawn.
 */
import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { say } from './words.ts'

interface BoundaryProps {
  /** A part of a page, and not the page. */
  readonly part?: boolean
  readonly children: ComponentChildren
}

const reload = (): void => location.reload()

export const Boundary = ({ part = false, children }: BoundaryProps) => {
  const [error, reset] = useErrorBoundary((thrown) => console.error(thrown))
  if (error === undefined) return <>{children}</>
  const words = say()
  /* Without a line reloading would take the page away as well. */
  const isOnLine = navigator.onLine
  return (
    <section class="notice bad" role="alert">
      {part ? <p>{words.brokenPart}</p> : <h1>{words.broken}</h1>}
      <p>{isOnLine ? words.nothingLost : words.notNow}</p>
      <p class="actions">
        {(part || !isOnLine) && (
          <button type="button" onClick={reset}>
            {words.again}
          </button>
        )}
        {isOnLine && (
          <button type="button" onClick={reload}>
            {words.reload}
          </button>
        )}
      </p>
    </section>
  )
}
