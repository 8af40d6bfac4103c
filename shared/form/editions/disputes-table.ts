/* Table 4, reconsideration and litigation: the same in both national formats, printed as one line of fifteen cells. */
import type { Column, MatrixSection } from '../form.ts'
import { words } from '../words.ts'

const column = (id: string, zh: string, en: string): Column => ({
  id,
  label: words(zh, en),
  kind: 'count',
  measure: '件',
})

/** The four outcomes; the fifth column adds them. */
export const outcomeIds = ['upheld', 'corrected', 'other', 'pending'] as const

export const disputesTable: MatrixSection = {
  kind: 'matrix',
  id: 'disputes',
  title: words('四、政府信息公开行政复议、行政诉讼情况', 'Administrative reconsideration and litigation'),
  short: words('四、复议诉讼', '4. Disputes'),
  layout: 'sideBySide',
  rows: [
    { id: 'reconsideration', label: words('行政复议', 'Administrative reconsideration') },
    {
      id: 'directSuit',
      label: words('未经复议直接起诉', 'Litigation without prior reconsideration'),
      group: 'litigation',
    },
    {
      id: 'suitAfterReconsideration',
      label: words('复议后起诉', 'Litigation after reconsideration'),
      group: 'litigation',
    },
  ],
  columns: [
    column('upheld', '结果维持', 'Upheld'),
    column('corrected', '结果纠正', 'Corrected'),
    column('other', '其他结果', 'Other outcome'),
    column('pending', '尚未审结', 'Pending'),
    { ...column('total', '总计', 'Total'), computed: { sumOf: outcomeIds } },
  ],
  rowGroups: [{ id: 'litigation', label: words('行政诉讼', 'Administrative litigation') }],
  columnGroups: [],
}
