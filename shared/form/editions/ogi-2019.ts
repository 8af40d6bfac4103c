/*
 * The trial format of 2019, for report years 2019 and 2020: 国办公开办函〔2019〕60号, 23 November 2019.
 * Labels are those of the printed form. 采购总金额 has no measure in the template; reports give 元.
 */
import { once } from '../../once.ts'
import type { Form, Section } from '../form.ts'
import { words } from '../words.ts'
import { applicationsTable, row } from './applications-table.ts'
import { checksOf2019 } from './checks-of-2019.ts'
import { disputesTable } from './disputes-table.ts'

const sections: readonly Section[] = [
  {
    kind: 'narrative',
    id: 'overview',
    title: words('一、总体情况', 'Overview'),
    short: words('一、总体情况', '1. Overview'),
    help: words(
      '文字描述。其他法定主动公开内容的公开情况，也在此部分综合体现。',
      'In words. Other content that must be disclosed proactively is reported here as well.',
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
          { id: 'made', label: words('本年新制作数量', 'Newly made this year'), kind: 'count', measure: '件' },
          {
            id: 'disclosed',
            label: words('本年新公开数量', 'Newly disclosed this year'),
            kind: 'count',
            measure: '件',
          },
          {
            id: 'totalDisclosed',
            label: words('对外公开总数量', 'Total disclosed to the public'),
            kind: 'count',
            measure: '件',
          },
        ],
        rows: [
          { id: 'rules', label: words('规章', 'Rules') },
          { id: 'normativeDocuments', label: words('规范性文件', 'Normative documents') },
        ],
      },
      {
        article: words('第二十条第（五）项', 'Article 20, item (5)'),
        columns: [
          {
            id: 'itemsLastYear',
            label: words('上一年项目数量', 'Items in previous year'),
            kind: 'count',
            measure: '项',
          },
          {
            id: 'change',
            label: words('本年增/减', 'Increase or decrease this year'),
            kind: 'change',
            measure: '项',
          },
          { id: 'decisions', label: words('处理决定数量', 'Decisions made'), kind: 'count', measure: '件' },
        ],
        rows: [
          { id: 'licensing', label: words('行政许可', 'Administrative licensing') },
          {
            id: 'otherServices',
            label: words('其他对外管理服务事项', 'Other external administration and service matters'),
          },
        ],
      },
      {
        article: words('第二十条第（六）项', 'Article 20, item (6)'),
        columns: [
          {
            id: 'itemsLastYear',
            label: words('上一年项目数量', 'Items in previous year'),
            kind: 'count',
            measure: '项',
          },
          {
            id: 'change',
            label: words('本年增/减', 'Increase or decrease this year'),
            kind: 'change',
            measure: '项',
          },
          { id: 'decisions', label: words('处理决定数量', 'Decisions made'), kind: 'count', measure: '件' },
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
            id: 'itemsLastYear',
            label: words('上一年项目数量', 'Items in previous year'),
            kind: 'count',
            measure: '项',
          },
          {
            id: 'change',
            label: words('本年增/减', 'Increase or decrease this year'),
            kind: 'change',
            measure: '项',
          },
        ],
        rows: [{ id: 'fees', label: words('行政事业性收费', 'Administrative and institutional fees') }],
      },
      {
        article: words('第二十条第（九）项', 'Article 20, item (9)'),
        columns: [
          {
            id: 'projects',
            label: words('采购项目数量', 'Number of procurement projects'),
            kind: 'count',
            measure: '项',
          },
          { id: 'amount', label: words('采购总金额', 'Total procurement amount'), kind: 'money', measure: '元' },
        ],
        rows: [{ id: 'procurement', label: words('政府集中采购', 'Centralized government procurement') }],
      },
    ],
  },
  applicationsTable([row('otherHandling', '（六）其他处理', '(6) Other handling', 'results')], []),
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
  },
]

const checks = once(() => checksOf2019(sections))

export const ogi2019: Form = {
  id: 'ogi-2019',
  version: 1,
  title: words('政府信息公开工作年度报告', 'Annual report on open government information work'),
  years: { from: 2019, to: 2020 },
  source: '国办公开办函〔2019〕60号',
  sections,
  get checks() {
    return checks()
  },
}
