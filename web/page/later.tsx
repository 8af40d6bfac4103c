/* A page that is fetched when it is first shown. What cannot be fetched is an error of that page: see boundary.tsx. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withWords } from '../language.ts'
import { say } from './words.ts'

export const Opening = () => (
  <p class="notice" role="status">
    {say().opening}
  </p>
)

/**
 * The component, and `begin` to fetch it before it is shown.
 * @param Meanwhile stands in its place while it is fetched
 */
export const later = <Props extends object, Part>(
  load: () => Promise<Part>,
  pageOf: (part: Part) => ComponentType<Props>,
  Meanwhile: ComponentType<Props> = Opening,
) => {
  let ready: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  const begin = (): Promise<void> => {
    loading ??= withWords(load).then(
      (part) => {
        ready = pageOf(part)
      },
      (error: unknown) => {
        /* The next to ask tries again; Chromium remembers the failure until the page is reloaded (decision 0025). */
        loading = undefined
        throw error
      },
    )
    return loading
  }
  const Later = (props: Props) => {
    const [failed, setFailed] = useState<{ readonly error?: unknown }>({})
    /* As it was drawn: it may have arrived between the drawing and the effect. */
    const Ready = ready
    useEffect(() => {
      if (Ready === undefined)
        begin().then(
          () => setFailed({}),
          (error: unknown) => setFailed({ error }),
        )
    }, [])
    if (failed.error !== undefined) throw failed.error
    return Ready === undefined ? <Meanwhile {...props} /> : <Ready {...props} />
  }
  return Object.assign(Later, { begin })
}
