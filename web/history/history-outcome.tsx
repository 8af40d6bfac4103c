/* What a file with figures of an earlier year would change, what is wrong with it, and what does not add up. */

import { fieldAt } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import { ChangesTable } from '../changes/changes-table.tsx'
import { language } from '../language.ts'
import type { HistoryRead } from './history-file.ts'
import { say } from './words.ts'

interface ProblemLine {
  readonly sheet?: string | undefined
  readonly at?: string | undefined
  readonly cell?: string | undefined
  readonly message: string
}

export const Problems = ({ lines, form }: { readonly lines: readonly ProblemLine[]; readonly form: Form }) => {
  const words = say()
  const nameOf = ({ sheet, at = '', cell = '' }: ProblemLine): string =>
    sheet === undefined ? (fieldAt(form, cell)?.label[language.value] ?? cell) : words.place(sheet, at)
  return (
    <section class="errors" role="alert">
      <h2>{words.problems(lines.length)}</h2>
      <ul>
        {lines.map((line, i) => (
          <li key={i}>
            <b>{nameOf(line)}</b> {line.message}
          </li>
        ))}
      </ul>
      <p>{words.problemsIs}</p>
    </section>
  )
}

/* What a year never published stays blank: nobody hands it in. */
const isOfBlanks = ({ check }: HistoryRead['findings'][number]): boolean => /^R17\b/.test(check)

export const Findings = ({ findings: all }: { readonly findings: HistoryRead['findings'] }) => {
  const words = say()
  const findings = all.filter((one) => !isOfBlanks(one))
  const blanks = findings.length === all.length ? null : <p class="hint">{words.blanks}</p>
  if (findings.length === 0)
    return (
      <>
        <p class="notice good">{words.noFindings}</p>
        {blanks}
      </>
    )
  return (
    <section class="errors calm">
      <h2>{words.findings(findings.length)}</h2>
      <p>{words.findingsIs}</p>
      <ul>
        {findings.map(({ check, message, stated, computed }, i) => (
          <li key={`${check} ${i}`}>
            {message[language.value]}
            {stated !== undefined && computed !== undefined && (
              <span class="sub">
                {' '}
                {words.stated} {stated}, {words.computed} {computed}
              </span>
            )}
          </li>
        ))}
      </ul>
      {blanks}
    </section>
  )
}

export const Changes = ({ read, form }: { readonly read: HistoryRead; readonly form: Form }) => {
  const words = say()
  const changes = read.changes.map(({ cell, label, was, is, sheet, at, confirm }) => ({
    cell,
    name: label[language.value],
    was,
    is,
    aside: sheet === undefined ? '' : words.place(sheet, at ?? ''),
    isDash: confirm === true,
  }))
  const isPlaced = read.changes.some(({ sheet }) => sheet !== undefined)
  const heads = { was: words.was, is: words.willBe, ...(isPlaced ? { aside: words.item } : {}) }
  return <ChangesTable form={form} caption={words.changes(changes.length)} heads={heads} changes={changes} />
}
