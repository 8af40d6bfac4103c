/*
 * The cell that somebody asked to see from a summary, a comment or a letter's link: its section is shown first, then
 * the cell takes the focus. Inputs are found by data-cell, their address.
 */
import { signal } from '@preact/signals'

export const wantedCell = signal<string | undefined>(undefined)

const focusable = 'input, textarea, select, button, [tabindex]'

const escaped = (address: string): string => address.replace(/["\\]/g, '\\$&')

/** Brings the wanted cell into view and focuses it; false while it is not on the page. */
export const focusWanted = (within: ParentNode): boolean => {
  const address = wantedCell.peek()
  if (address === undefined) return false
  const found = within.querySelector(`[data-cell="${escaped(address)}"]`)
  const target = found?.matches(focusable) === true ? found : (found?.querySelector(focusable) ?? found)
  if (!(target instanceof HTMLElement)) return false
  wantedCell.value = undefined
  target.focus()
  target.scrollIntoView({ block: 'center', inline: 'nearest' })
  return true
}
