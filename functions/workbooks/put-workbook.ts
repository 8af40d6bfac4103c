/*
 * An uploaded workbook (product E4): what was edited in it is merged like typing, and everything that changes, collides
 * or is wrong is named first. With a problem nothing is saved. A cell that somebody else changed after the workbook was
 * made is a conflict: theirs stands, both values are named, the rest is saved, as with PATCH. One's own later changes
 * are no conflict unless `base` says that the page has not shown them. A conflict younger than the preview saves
 * nothing: whoever saves has not seen it.
 */
import { type Cells, type CellValue, sameValue } from '../../shared/form/cells.ts'
import { fieldAt } from '../../shared/form/fields.ts'
import type { Address, Form } from '../../shared/form/form.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import type { Mark } from '../../shared/return/merge.ts'
import type { Actor } from '../../shared/return/return.ts'
import type { Words } from '../../shared/words.ts'
import type { RawWorkbook } from '../../shared/workbook/raw.ts'
import { type Edit, readWorkbook, type WorkbookReading } from '../../shared/workbook/read-workbook.ts'
import { cellFaults } from '../../shared/workbook/words.ts'
import { http } from '../pipeline/http.ts'
import { decideTyping, type Saved } from '../returns/save-cells.ts'
import { changeReturn, type Situation } from '../returns/situation.ts'
import type { Services } from '../services.ts'
import { readFile } from './read-file.ts'

interface Upload {
  readonly base: number
  /** The version up to which conflicts were looked at. */
  readonly seen: number
  readonly isPreview: boolean
  /** Likely readings ("-" for 0) were shown and confirmed. */
  readonly isConfirmed: boolean
  readonly by: Actor
}

type Readable = Extract<WorkbookReading, { readonly ok: true }>

const labelAt = (form: Form, address: Address): Words => {
  const label = fieldAt(form, address)?.label
  return label ?? { zh: address, en: address }
}

const changeOf = (form: Form, [cell, edit]: readonly [Address, Edit], was: CellValue) => ({
  cell,
  label: labelAt(form, cell),
  was,
  is: edit.value,
  ...edit.place,
  ...(edit.confirm === undefined ? {} : { confirm: edit.confirm }),
})

const conflictOf = (form: Form, [cell, edit]: readonly [Address, Edit], { v, by, at }: Mark) => ({
  cell,
  label: labelAt(form, cell),
  theirs: v,
  yours: edit.value,
  who: by,
  when: at,
  ...edit.place,
})

interface Sorted {
  /** A conflict is among them that whoever saves has not been shown. */
  readonly isUnseen: boolean
  readonly changes: readonly ReturnType<typeof changeOf>[]
  readonly conflicts: readonly ReturnType<typeof conflictOf>[]
}

const isStale = (mark: Mark, made: number, { base, by }: Upload): boolean =>
  mark.n > base || (mark.n > made && mark.by.id !== by.id)

const sorted = ({ form, draft }: Situation, { edits, facts }: Readable, upload: Upload): Sorted => {
  const changes: ReturnType<typeof changeOf>[] = []
  const conflicts: ReturnType<typeof conflictOf>[] = []
  let isUnseen = false
  for (const edit of edits) {
    const [cell, { value }] = edit
    const mark = draft[cell]
    if (sameValue(mark?.v, value)) continue
    if (mark !== undefined && isStale(mark, facts.version, upload)) {
      conflicts.push(conflictOf(form, edit, mark))
      isUnseen ||= mark.n > upload.seen
    } else changes.push(changeOf(form, edit, mark?.v ?? null))
  }
  return { changes, conflicts, isUnseen }
}

/* What is still to be settled before handing in; blanks are progress, not findings. */
const checksOf = ({ places }: Readable, { checks }: Saved) =>
  checks
    .filter(({ ruleId, class: severity, reason }) => ruleId !== 'R17' && severity !== 'D' && reason === undefined)
    .map(({ check, ruleId, class: severity, cells, message }) => {
      const cell = cells.find((one) => places.has(one)) ?? cells[0] ?? ''
      return { check, rule: ruleId, class: severity, cell, ...places.get(cell), message }
    })

const unconfirmed = (changes: Sorted['changes'], { isPreview, isConfirmed }: Upload) =>
  isPreview || isConfirmed
    ? []
    : changes
        .filter(({ confirm }) => confirm === true)
        .map(({ cell, sheet, at }) => ({
          ...(sheet === undefined ? {} : { sheet }),
          ...(at === undefined ? {} : { at }),
          cell,
          rule: 'R17',
          message: cellFaults.dash,
        }))

const decideUpload = (services: Services, situation: Situation, workbook: RawWorkbook, upload: Upload) => {
  const { form, round, unit, stored } = situation
  const version = stored.head?.now.version ?? 0
  if (upload.base > version) return refuse('unknownVersion', { base: upload.base, version })
  const expected = { form, round: round.id, unit: unit.id, version, digest: services.hash }
  const reading = readWorkbook(workbook, expected)
  if (!reading.ok) return refuse('workbookRefused', reading.because)
  const { changes, conflicts, isUnseen } = sorted(situation, reading, upload)
  const cells: Cells = Object.fromEntries(changes.map(({ cell, is }) => [cell, is]))
  const typing = { base: version, cells, reasons: [], what: 'uploaded' } as const
  const decided = decideTyping(situation, typing, upload.by, services.now())
  if (!decided.ok) return decided
  const { answer, write } = decided.value
  if (!answer.ok) return answer
  const problems = [...reading.problems, ...unconfirmed(changes, upload)]
  const isSaved = problems.length === 0 && !isUnseen && !upload.isPreview
  const view = {
    saved: isSaved,
    version: isSaved ? answer.value.version : version,
    changes: [...changes],
    conflicts: [...conflicts],
    problems,
    checks: checksOf(reading, answer.value),
  }
  return ok({ answer: ok(view), ...(isSaved && write !== undefined ? { write } : {}) })
}

export const putReturnWorkbook = (services: Services) =>
  http(services, 'putReturnWorkbook', async ({ round, unit, query, body, caller }) => {
    const file = readFile(body)
    if (!file.ok) return refuse('workbookRefused', file.because)
    const base = Number(query.base)
    const upload: Upload = {
      base,
      seen: Math.max(base, Number(query.previewed ?? base)),
      isPreview: query.preview === 'true',
      isConfirmed: query.confirmed === 'true',
      by: caller.actorFor(unit.id),
    }
    return changeReturn(services, { round, unit }, (situation) => decideUpload(services, situation, file.value, upload))
  })
