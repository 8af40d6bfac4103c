/* What is other than in the revision before, cell by cell, with the values of both; texts with their marks. */
import { useMemo } from 'preact/hooks'
import { fieldsOf } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { cellName } from '../changes/change-text.ts'
import { ChangesTable } from '../changes/changes-table.tsx'
import { language } from '../language.ts'
import { sectionOf } from '../return/cell-link.tsx'
import type { Change, Reviewed } from './reviewed.ts'
import { ToCell } from './to-cell.tsx'
import { say } from './words.ts'

/* Rows of lists are no fixed cells: they stand where their section does. */
const inPrintOrder = (form: Form, changes: readonly Change[]): readonly Change[] => {
  const sections = form.sections.map(({ id }) => id)
  const fields = new Map([...fieldsOf(form).keys()].map((cell, at) => [cell, at]))
  const place = ({ cell }: Change) => sections.indexOf(sectionOf(cell))
  return [...changes].sort((a, b) => place(a) - place(b) || (fields.get(a.cell) ?? 0) - (fields.get(b.cell) ?? 0))
}

export const Changed = ({ reviewed: { form, changes } }: { readonly reviewed: Reviewed }) => {
  const words = say()
  const named = useMemo(
    () =>
      inPrintOrder(form, [...(changes?.cells.values() ?? [])]).map((change) => ({
        ...change,
        name: cellName(form, change.cell),
      })),
    [changes, language.value],
  )
  if (changes === undefined) return null
  if (named.length === 0) return <p class="notice warn">{words.noChange(changes.since)}</p>
  return (
    <section class="changed-cells" aria-label={words.changed(changes.since)}>
      <ChangesTable
        form={form}
        caption={words.changed(changes.since)}
        heads={{ was: words.was(changes.since), is: words.nowIs }}
        changes={named}
        choice={({ cell, name }) => (
          <span class="look">
            <ToCell cell={cell}>
              {words.look}
              <span class="unseen"> {name}</span>
            </ToCell>
          </span>
        )}
      />
    </section>
  )
}
