/* The tree of units: one stop for Tab, arrows within (ARIA's pattern of a tree), a click on the mark opens and closes. */
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { language } from '../language.ts'
import { opened, reveal } from './known-units.ts'
import { keyed, type Row, rowsOf, type Tree } from './tree.ts'
import { say } from './words.ts'

export const unitAddress = (id: string): string => `/directory/units/${id}`

const toggled = (id: string): void => {
  const next = new Set(opened.peek())
  if (!next.delete(id)) next.add(id)
  opened.value = next
}

interface RowProps {
  readonly row: Row
  readonly isHere: boolean
  readonly isStop: boolean
}

const TreeRow = ({ row, isHere, isStop }: RowProps) => {
  const { unit, level, place, siblings, isOpen } = row
  return (
    <div role="none" class={`tree-row level-${Math.min(level, 10)}`}>
      {isOpen === undefined ? (
        <span class="tree-mark" />
      ) : (
        <span class="tree-mark" aria-hidden="true" title={say().fold} onClick={() => toggled(unit.id)}>
          {isOpen ? '▾' : '▸'}
        </span>
      )}
      <a
        role="treeitem"
        href={unitAddress(unit.id)}
        id={`tree-${unit.id}`}
        tabIndex={isStop ? 0 : -1}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={siblings}
        aria-expanded={isOpen}
        aria-selected={isHere}
        aria-current={isHere ? 'page' : undefined}
      >
        {unit.shortName[language.value]} <small>{unit.id}</small>
        {unit.unreachable && <span class="chip bad">{say().unreached}</span>}
      </a>
    </div>
  )
}

interface UnitTreeProps {
  readonly tree: Tree
  /** The unit that is looked at. */
  readonly here: string | undefined
}

export const UnitTree = ({ tree, here }: UnitTreeProps) => {
  const { route } = useLocation()
  const list = useRef<HTMLDivElement>(null)
  const rows = rowsOf(tree, opened.value)
  const stop = rows.some(({ unit }) => unit.id === here) ? here : rows[0]?.unit.id
  useEffect(() => {
    reveal(here)
  }, [here, tree])
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const press = (event: KeyboardEvent) => {
    const at = document.activeElement?.id.replace(/^tree-/, '') ?? ''
    if (event.key === ' ') {
      event.preventDefault()
      route(unitAddress(at))
      return
    }
    const outcome = event.ctrlKey || event.altKey || event.metaKey ? undefined : keyed(rows, at, event.key)
    if (outcome === undefined) return
    event.preventDefault()
    if (outcome.to !== undefined) document.getElementById(`tree-${outcome.to}`)?.focus()
    const turned = outcome.open ?? outcome.close
    if (turned !== undefined) toggled(turned)
  }
  return (
    <div role="tree" class="tree" aria-label={say().tree} ref={list} onKeyDown={press}>
      {rows.map((row) => (
        <TreeRow key={row.unit.id} row={row} isHere={row.unit.id === here} isStop={row.unit.id === stop} />
      ))}
    </div>
  )
}
