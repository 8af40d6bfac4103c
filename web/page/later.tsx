/* A page that is fetched when it is first shown. What cannot be fetched is an error of that page: see boundary.tsx. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { say } from './words.ts'

export const Opening = () => (
  <p class="notice" role="status">
    {say().opening}
  </p>
)

/** The component, and `begin` to fetch it before it is shown. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let ready: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  const begin = (): Promise<void> => {
    loading ??= load().then(
      (component) => {
        ready = component
      },
      (error: unknown) => {
        /* The next to ask tries again. */
        loading = undefined
        throw error
      },
    )
    return loading
  }
  const Later = (props: Props) => {
    const [failed, setFailed] = useState<{ readonly error?: unknown }>({})
    useEffect(() => {
      if (ready === undefined)
        begin().then(
          () => setFailed({}),
          (error: unknown) => setFailed({ error }),
        )
    }, [])
    if (failed.error !== undefined) throw failed.error
    const Ready = ready
    return Ready === undefined ? <Opening /> : <Ready {...props} />
  }
  return Object.assign(Later, { begin })
}
