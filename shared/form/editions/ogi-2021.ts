/*
 * The format in force for report years from 2021: 国办公开办函〔2021〕30号, 26 September 2021.
 * Labels are those of the printed form.
 */
import { once } from '../../once.ts'
import type { Form, Section } from '../form.ts'
import { words } from '../words.ts'
import { applicationsTable, row } from './applications-table.ts'
import { checksOf2021 } from './checks-of-2021.ts'
import { disputesTable } from './disputes-table.ts'

const sections: readonly Section[] = [
  {
    kind: 'narrative',
    id: 'overview',
    title: words('一、总体情况', 'Overview'),
    short: words('一、总体情况', '1. Overview'),
    softLimit: 1000,
    help: words(
      '重在聚焦主题、简明客观，篇幅原则上不超过一千字。',
      'Keep to the subject, brief and objective; in principle no more than 1,000 characters.',
    ),
  },
  {
    kind: 'blocks',
    id: 'proactive',
    title: words('二、主动公开政府信息情况', 'Proactive disclosure of government information'),
    short: words('二、主动公开', '2. Proactive disclosure'),
    rowHeader: words('信息内容', 'Type of information'),
    blocks: [
      {
        article: words('第二十条第（一）项', 'Article 20, item (1)'),
        columns: [
          { id: 'issued', label: words('本年制发件数', 'Issued this year'), kind: 'count', measure: '件' },
          { id: 'repealed', label: words('本年废止件数', 'Repealed this year'), kind: 'count', measure: '件' },
          { id: 'inForce', label: words('现行有效件数', 'Currently in force'), kind: 'count', measure: '件' },
        ],
        rows: [
          { id: 'rules', label: words('规章', 'Rules') },
          { id: 'normativeDocuments', label: words('行政规范性文件', 'Administrative normative documents') },
        ],
      },
      {
        article: words('第二十条第（五）项', 'Article 20, item (5)'),
        columns: [
          {
            id: 'decisions',
            label: words('本年处理决定数量', 'Decisions made this year'),
            kind: 'count',
            measure: '件',
          },
        ],
        rows: [{ id: 'licensing', label: words('行政许可', 'Administrative licensing') }],
      },
      {
        article: words('第二十条第（六）项', 'Article 20, item (6)'),
        columns: [
          {
            id: 'decisions',
            label: words('本年处理决定数量', 'Decisions made this year'),
            kind: 'count',
            measure: '件',
          },
        ],
        rows: [
          { id: 'penalties', label: words('行政处罚', 'Administrative penalties') },
          { id: 'coercion', label: words('行政强制', 'Administrative coercion') },
        ],
      },
      {
        article: words('第二十条第（八）项', 'Article 20, item (8)'),
        columns: [
          {
            id: 'amount',
            label: words('本年收费金额（单位：万元）', 'Fees collected this year (unit: CNY 10,000)'),
            kind: 'money',
            measure: '万元',
          },
        ],
        rows: [{ id: 'fees', label: words('行政事业性收费', 'Administrative and institutional fees') }],
      },
    ],
  },
  applicationsTable(
    [
      row(
        'notCorrectedInTime',
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        'Not corrected in time without proper reason; no longer processed',
        'otherHandling',
      ),
      row(
        'feeNotPaid',
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        'Fee not paid in time as notified; no longer processed',
        'otherHandling',
      ),
      row('otherReason', '3.其他', 'Other', 'otherHandling'),
    ],
    [{ id: 'otherHandling', label: words('（六）其他处理', '(6) Other handling'), in: 'results' }],
  ),
  disputesTable,
  {
    kind: 'narrative',
    id: 'problems',
    title: words('五、存在的主要问题及改进情况', 'Main problems and improvements'),
    short: words('五、问题与改进', '5. Problems'),
    help: words(
      '查找问题要有针对性，改进举措要有实效性，不得敷衍了事、年年雷同。',
      'Name real problems and measures that work; not the same text every year.',
    ),
  },
  {
    kind: 'narrative',
    id: 'otherMatters',
    title: words('六、其他需要报告的事项', 'Other matters to be reported'),
    short: words('六、其他事项', '6. Other matters'),
    help: words(
      '收取信息处理费情况在此处报告，未收取也请写明。',
      'Report information processing fees here, also when none were charged.',
    ),
  },
]

const checks = once(() => checksOf2021(sections))

export const ogi2021: Form = {
  id: 'ogi-2021',
  version: 1,
  title: words('政府信息公开工作年度报告', 'Annual report on open government information work'),
  years: { from: 2021 },
  source: '国办公开办函〔2021〕30号',
  sections,
  get checks() {
    return checks()
  },
}
