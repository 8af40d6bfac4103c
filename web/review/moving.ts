/* Arrow keys go from cell to cell; Tab passes the table by: one cell of it takes the focus, the last one that had it. */

const cellsIn = (row: Element): readonly HTMLButtonElement[] => [
  ...row.querySelectorAll<HTMLButtonElement>('button[data-cell]'),
]

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

export const moveInTable = (event: KeyboardEvent): void => {
  const { target, currentTarget } = event
  const step = steps[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  if (!(target instanceof HTMLButtonElement) || !(currentTarget instanceof HTMLElement)) return
  const rows = [...currentTarget.querySelectorAll('tr')].map(cellsIn).filter((row) => row.length > 0)
  const at = rows.findIndex((row) => row.includes(target))
  const row = rows[at + step[0]]
  const column = rows[at]?.indexOf(target) ?? -1
  const next = row?.[Math.min(column + step[1], row.length - 1)]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The cell that has the focus is the one that Tab comes back to. */
export const keepTabStop = (event: FocusEvent): void => {
  const { target, currentTarget } = event
  if (!(target instanceof HTMLButtonElement) || target.dataset['cell'] === undefined) return
  if (!(currentTarget instanceof HTMLElement)) return
  for (const one of cellsIn(currentTarget)) one.tabIndex = one === target ? 0 : -1
}
