/* The units on the left: found by name or code, only those that nobody answers for, or as a tree. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { language } from '../language.ts'
import { foundIn, type ListedUnit, treeOf } from './tree.ts'
import { UnitTree, unitAddress } from './unit-tree.tsx'
import { say } from './words.ts'

/* More are not read, and only slow down the next letter. */
const mostFound = 100

const Found = ({ found, here }: { readonly found: readonly ListedUnit[]; readonly here: string | undefined }) => (
  <>
    <p class="hint" role="status">
      {found.length > mostFound ? say().foundMore(found.length, mostFound) : say().found(found.length)}
    </p>
    <ul class="tree">
      {found.slice(0, mostFound).map((unit) => (
        <li key={unit.id} class="tree-row">
          <a href={unitAddress(unit.id)} aria-current={unit.id === here ? 'page' : undefined}>
            {unit.name[language.value]} <small>{unit.id}</small>
            {unit.unreachable && <span class="chip bad">{say().unreached}</span>}
          </a>
        </li>
      ))}
    </ul>
  </>
)

interface UnitListProps {
  readonly units: readonly ListedUnit[]
  readonly here: string | undefined
}

export const UnitList = ({ units, here }: UnitListProps) => {
  const words = say()
  const typed = useSignal('')
  const isOnlyUnreached = useSignal(false)
  const tree = useMemo(() => treeOf(units), [units])
  const unreached = units.filter(({ unreachable }) => unreachable)
  const among = isOnlyUnreached.value ? unreached : units
  const isTree = typed.value.trim() === '' && !isOnlyUnreached.value
  return (
    <section class="card directory-list" aria-label={words.tree}>
      <label for="find-unit">{words.search}</label>
      <input
        id="find-unit"
        type="text"
        autoComplete="off"
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value
        }}
      />
      {(unreached.length > 0 || isOnlyUnreached.value) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isOnlyUnreached.value}
            onChange={({ currentTarget }) => {
              isOnlyUnreached.value = currentTarget.checked
            }}
          />
          {words.onlyUnreached(unreached.length)}
        </label>
      )}
      <div class="directory-scroll">
        {isTree ? <UnitTree tree={tree} here={here} /> : <Found found={foundIn(among, typed.value)} here={here} />}
      </div>
    </section>
  )
}
