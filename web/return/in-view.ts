/*
 * What stays at the bottom of the window (the action bar, and above it the line of the cell in hand) covers what is
 * behind it. Its height is known here, so that whatever takes the focus is scrolled above it (WCAG 2.4.11). Written
 * to three elements: a property of the root that all inherit would have the whole table styled anew.
 */
import { useMemo } from 'preact/hooks'

const gapPx = 8

/** What stays, with its rank: 0 is lowest. */
const staying = new Map<HTMLElement, number>()

/* A window too low for it lets it go with the page (return.css). */
const isStaying = (element: HTMLElement): boolean => getComputedStyle(element).position === 'sticky'

const settle = (): void => {
  let below = 0
  for (const [element] of [...staying].sort(([, a], [, b]) => a - b)) {
    if (!isStaying(element)) continue
    element.style.bottom = `${below}px`
    below += element.offsetHeight
  }
  document.documentElement.style.scrollPaddingBottom = below === 0 ? '' : `${below + gapPx}px`
}

/* The line of a cell grows when the cell has taken the focus already. */
const reveal = (): void => {
  const { activeElement: at } = document
  if (at?.closest('.cell') != null) at.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

let observer: ResizeObserver | undefined
const observed = (): ResizeObserver => {
  observer ??= new ResizeObserver(() => {
    settle()
    reveal()
  })
  return observer
}

/** A `ref` for an element that stays in view, above those of a lower rank. */
export const useStaying = (rank: number): ((element: HTMLElement | null) => void) =>
  useMemo(() => {
    let mine: HTMLElement | undefined
    return (element) => {
      if (mine !== undefined) {
        observed().unobserve(mine)
        staying.delete(mine)
        if (element === null) settle()
      }
      mine = element ?? undefined
      if (mine === undefined) return
      staying.set(mine, rank)
      observed().observe(mine)
    }
  }, [rank])
