/*
 * The same table in SurveyJS, the usual library for forms as data, as its documentation has it: a multi-select matrix
 * with fixed rows, number inputs, the total of a row by an expression and the totals of the columns in its footer.
 * The model is made and filled before the click, values go into it as they are typed; no checks, no last year, no
 * saving. The row （七）总计 is the footer.
 */
/// <reference lib="dom" />
import { Model } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'
import type { Row } from '../../../shared/form/form.ts'
import { figures, inputColumns, inputRows, onOpen, table, totals } from './table-three.ts'

const total = totals().column

const model = new Model({
  showNavigationButtons: 'none',
  showTitle: false,
  textUpdateMode: 'onTyping',
  elements: [
    {
      type: 'matrixdropdown',
      name: table.id,
      title: table.title.zh,
      columns: [
        ...inputColumns.map(({ id, label }) => ({
          name: id,
          title: label.zh,
          cellType: 'text',
          inputType: 'number',
          totalType: 'sum',
        })),
        {
          name: total.id,
          title: total.label.zh,
          cellType: 'expression',
          expression: inputColumns.map(({ id }) => `{row.${id}}`).join(' + '),
          totalType: 'sum',
        },
      ],
      rows: inputRows.map(({ id, label }) => ({ value: id, text: label.zh })),
    },
  ],
})

const rowOf = ({ id }: Row): readonly (readonly [string, number])[] =>
  inputColumns.map((column) => [column.id, figures[`${table.id}.${id}.${column.id}`] ?? 0])
model.data = { [table.id]: Object.fromEntries(inputRows.map((row) => [row.id, Object.fromEntries(rowOf(row))])) }

onOpen((place) => renderSurvey(model, place))
