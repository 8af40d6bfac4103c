/*
 * R11, numbers in the text against the tables: which words state which figure. The phrases are those of published
 * reports and were tried on them (decision 0023). A phrase that cannot be told from another meaning is left out: a
 * check that cries wolf is not read.
 */
import type { Cells } from '../cells.ts'
import type { Address, Check, Phrase, Section, Words } from '../form.ts'
import { words } from '../words.ts'
import { applicantIds } from './applications-table.ts'
import { disputeFigures, documentsOf2019, documentsOf2021 } from './case-figures.ts'
import { allAt, sectionOf } from './check-parts.ts'
import { agreesWith, type ReadFigure, textsOf } from './text-agreement.ts'

const applications = '(信息公开的?申请|公开申请|依申请公开|信息依申请)'
const applicationGuards: { readonly about: Phrase; readonly notAbout: Phrase } = {
  about: applications,
  notAbout: '许可|诉求|咨询|信访|提案|建议|留言|热线|举报|投诉|复议|诉讼|报警|文件|稿|协办|征求|评议',
}
const counted = '(事项|件|政府信息)?(共计|总计|合计|共|数量为|总数)?'

const atRow = (row: string): Address => `requests.${row}.total`
const inRow = (row: string, naturalPerson: number): Cells => ({
  ...allAt(
    applicantIds.map((id) => `requests.${row}.${id}`),
    0,
  ),
  [`requests.${row}.naturalPerson`]: naturalPerson,
})

const received: ReadFigure = {
  id: 'received',
  label: words('收到政府信息公开申请数量', 'applications received'),
  rule: {
    ...applicationGuards,
    phrases: [
      `(收到|(?<!新)接收|接到|受理)…${applications}${counted}#件`,
      `(收到|接收|接到)#件(政府信息)?(公开)?申请(?![书表人材])`,
    ],
    none: [`(未|没有)(收到|接到|接收到?)过?…${applications}(事项|件)?(?=[，。；]|$)`],
    readings: [[atRow('received')]],
    mistakenFor: [atRow('received'), atRow('carriedIn')],
  },
  cells: () => ({ ...inRow('received', 74) }),
  right: '全年收到政府信息公开申请74件。',
  wrong: '全年共收到政府信息公开申请75件，均在法定期限内答复。',
}

const newlyReceived: ReadFigure = {
  id: 'newlyReceived',
  label: words('新收政府信息公开申请数量', 'applications newly received'),
  rule: {
    ...applicationGuards,
    phrases: [`(新收到?|新接收|新受理)(…${applications}${counted}|申请)?#件`],
    readings: [[atRow('received')]],
    inParts: true,
  },
  cells: () => ({ ...inRow('received', 91) }),
  right: '处理依申请公开事项若干，其中，本年度新接收91件。',
  wrong: '本年新收政府信息公开申请九十二件。',
}

const handled = (details: readonly string[]): ReadFigure => ({
  id: 'handled',
  label: words('办理政府信息公开申请数量', 'applications handled'),
  rule: {
    ...applicationGuards,
    phrases: [`(?<![受协])(办理|处理)(回复|答复)?了?…${applications}${counted}#件`],
    readings: [[atRow('resultsTotal')], [atRow('received')], [atRow('received'), atRow('carriedIn')]],
  },
  cells: () => ({
    ...inRow('received', 90),
    ...inRow('carriedIn', 2),
    ...Object.assign({}, ...details.map((row) => inRow(row, 0))),
    [`requests.granted.naturalPerson`]: 88,
    ...inRow('carriedOut', 4),
  }),
  right: '全年处理政府信息依申请公开92件。',
  wrong: '全年办理政府信息公开申请91件。',
})

const results = (details: readonly string[]): ReadFigure => ({
  id: 'results',
  label: words('办结政府信息公开申请数量', 'applications completed'),
  rule: {
    ...applicationGuards,
    phrases: [
      `(?<!未)(办结|答复|办复)了?…${applications}${counted}#件(?!.{0,20}不予处理)`,
      `(?<=共|均已|依规|按时|按期|[，；])(办结|答复|办复)#件(?!.{0,20}不予处理)`,
    ],
    readings: [[atRow('resultsTotal')]],
  },
  cells: () => ({ ...Object.assign({}, ...details.map((row) => inRow(row, 0))), 'requests.granted.naturalPerson': 69 }),
  right: '全区共收到政府信息公开申请若干，及时依法依规办结69件。',
  wrong: '办结依申请公开81件。',
})

const carriedIn: ReadFigure = {
  id: 'carriedIn',
  label: words('上年结转申请数量', 'applications carried over from the previous year'),
  rule: {
    ...applicationGuards,
    about: '申请|新收|新接收|公开',
    phrases: ['(上年|上年度|上一年度?|去年)结转…#件', '结转(上年|上年度|上一年度?|去年)…#件'],
    readings: [[atRow('carriedIn')]],
  },
  cells: () => inRow('carriedIn', 1),
  right: '本年新收政府信息公开申请，另有上年结转办理1件。',
  wrong: '收到政府信息公开申请若干，上年结转两件。',
}

const carriedOut: ReadFigure = {
  id: 'carriedOut',
  label: words('结转下年度继续办理数量', 'applications carried forward'),
  rule: {
    ...applicationGuards,
    about: '申请|新收|新接收|公开',
    phrases: [
      '结转(至|到)?(下年|下年度|下一年度?|次年|明年|20[0-9]{2}年)…#件',
      '#件(申请)?(结转|转结)(至|到)?(下年|下年度|下一年度?|次年|明年|20[0-9]{2}年)',
    ],
    readings: [[atRow('carriedOut')]],
  },
  cells: () => inRow('carriedOut', 6),
  right: '全年收到政府信息公开申请，结转下年度继续办理6件。',
  wrong: '申请均已受理，其余7件结转下年度继续办理。',
}

const outcomes: readonly (readonly [string, Words, Phrase, readonly string[]])[] = [
  ['granted', words('予以公开数量', 'applications granted'), '予以公开', ['granted']],
  ['partlyGranted', words('部分公开数量', 'applications partly granted'), '部分公开', ['partlyGranted']],
  [
    'refused',
    words('不予公开数量', 'applications refused'),
    '不予公开',
    [
      'stateSecret',
      'prohibitedByLaw',
      'endangersSecurity',
      'thirdPartyRights',
      'internalAffairs',
      'deliberative',
      'enforcementFile',
      'recordsInquiry',
    ],
  ],
  [
    'unable',
    words('无法提供数量', 'applications that could not be met'),
    '无法提供',
    ['notHeld', 'wouldNeedCreation', 'stillUnclear'],
  ],
  [
    'notProcessed',
    words('不予处理数量', 'applications not processed'),
    '不予处理',
    ['petition', 'repeated', 'publication', 'excessive', 'confirmation'],
  ],
]

const outcome = ([id, label, word, rows]: (typeof outcomes)[number]): ReadFigure => ({
  id,
  label,
  rule: {
    ...applicationGuards,
    phrases: [`(?<![及和或与并]|[^件起宗]、)${word}的?#件`],
    readings: [rows.map(atRow)],
    inParts: true,
  },
  cells: () =>
    Object.assign({}, ...rows.map((row) => inRow(row, 0)), { [`requests.${rows[0] ?? ''}.naturalPerson`]: 5 }),
  right: `办结依申请公开事项，其中${word}5件。`,
  wrong: `办结依申请公开事项，其中${word}6件。`,
})

/** R11 of an edition. */
export const textFigureChecks = (sections: readonly Section[], edition: 'ogi-2019' | 'ogi-2021'): readonly Check[] => {
  const texts = textsOf(sections)
  const computed = sectionOf(sections, 'matrix', 'requests').rows.find(({ id }) => id === 'resultsTotal')?.computed
  const details = computed && 'sumOf' in computed ? computed.sumOf : []
  const figures = [
    received,
    newlyReceived,
    handled(details),
    results(details),
    carriedIn,
    carriedOut,
    ...outcomes.map(outcome),
    ...disputeFigures,
    ...(edition === 'ogi-2021' ? documentsOf2021 : documentsOf2019),
  ]
  return figures.map((figure) => agreesWith(texts, figure))
}
