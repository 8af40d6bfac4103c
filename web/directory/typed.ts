/*
 * What is typed into the forms of the directory and not saved yet. It is kept while somebody looks at another unit and
 * comes back, and the browser asks before the window with it is closed.
 */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const unsaved = new Set<string>()

const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if (unsaved.size === 0) return
  event.preventDefault()
  event.returnValue = ''
}

interface Typed<T> {
  readonly typed: Signal<T>
  readonly type: (part: Partial<T>) => void
  /** It is saved, or not wanted. */
  readonly forget: () => void
}

/** A form's state under a key: as it was left, or as it begins. */
export const useTyped = <T extends object>(kept: Map<string, T>, key: string, begin: T): Typed<T> => {
  const typed = useSignal(kept.get(key) ?? begin)
  useEffect(() => {
    window.addEventListener('beforeunload', askBeforeLeaving)
    return () => window.removeEventListener('beforeunload', askBeforeLeaving)
  }, [])
  return {
    typed,
    type: (part) => {
      typed.value = { ...typed.peek(), ...part }
      kept.set(key, typed.peek())
      unsaved.add(key)
    },
    forget: () => {
      kept.delete(key)
      unsaved.delete(key)
    },
  }
}
