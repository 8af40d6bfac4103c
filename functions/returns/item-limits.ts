/*
 * Parts of a return that grow with what people add: rows of lists, and reasons. Each is one item of the table, and an
 * item holds at most 400 kB; what would not fit is refused with a sentence instead of failing in the store.
 */
import { utf8Bytes } from '../../shared/form/cell-problem.ts'
import type { Cells } from '../../shared/form/cells.ts'
import { listsOf } from '../../shared/form/fields.ts'
import type { Form } from '../../shared/form/form.ts'
import type { RefusalError } from '../../shared/refusal.ts'
import type { Draft } from '../../shared/return/merge.ts'
import type { Reasons } from '../store/returns.ts'

/* A quarter of an item: accepted lists lie beside narratives in the history of a year, reasons beside lists in a revision. */
const mostBytes = 100_000
/* In the draft who, when and which version stand beside every value, and removed rows leave their marks behind. */
const markBytes = 200
const mostMarkedBytes = 300_000

/* A year that is imported is one item: inputs and stated totals, with room for its keys and its source. */
const mostHistoryBytes = 350_000

/** What is wrong with an imported year that would not fit; undefined when it does. */
export const oversizedHistory = (cells: Cells, stated: Cells): RefusalError | undefined =>
  utf8Bytes(JSON.stringify([cells, stated])) <= mostHistoryBytes
    ? undefined
    : {
        path: 'cells',
        message: {
          zh: '全部内容超过 350 KB，无法保存，请精简文字部分和各行。',
          en: 'All of it together is over 350 kB and cannot be kept; shorten the narratives and the rows.',
        },
      }

/** The list, or the reasons, that have grown too large, and what to do. */
export const oversizedPart = (form: Form, draft: Draft, reasons: Reasons): RefusalError | undefined => {
  const cells = Object.entries(draft)
  const list = listsOf(form).find(({ id }) => {
    const own = cells.filter(([cell]) => cell.startsWith(`${id}.`))
    const bytes = own.reduce((sum, [cell, { v }]) => sum + cell.length + utf8Bytes(JSON.stringify(v)), 0)
    return bytes > mostBytes || bytes + own.length * markBytes > mostMarkedBytes
  })
  if (list !== undefined)
    return {
      cell: list.id,
      message: {
        zh: `「${list.title.zh}」内容过多，请合并或精简各行。`,
        en: `“${list.title.en}” has grown too large; join or shorten its rows.`,
      },
    }
  const texts = Object.values(reasons).reduce((sum, { text }) => sum + utf8Bytes(text) + markBytes, 0)
  return texts <= mostBytes
    ? undefined
    : {
        path: 'reasons',
        message: { zh: '说明文字过长，请精简。', en: 'The reasons are too long in all; shorten them.' },
      }
}
