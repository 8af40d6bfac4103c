/*
 * R11, numbers in the text against the tables: which words state which figure. The phrases are those of published
 * reports and were tried on them (decision 0023). A phrase that cannot be told from another meaning is left out: a
 * check that cries wolf is not read.
 */
import type { Address, Check, Phrase, Section } from '../form.ts'
import { disputeFigures, documentsOf2019, documentsOf2021 } from './case-figures.ts'
import { agreesWith, type ReadFigure, textsOf } from './text-agreement.ts'

const applications = '(信息公开的?申请|公开申请|依申请公开|信息依申请)'
const applicationGuards: { readonly about: Phrase; readonly notAbout: Phrase } = {
  about: applications,
  notAbout: '许可|诉求|咨询|信访|提案|建议|留言|热线|举报|投诉|复议|诉讼|报警|文件|稿|协办|征求|评议',
}
const counted = '(事项|件|政府信息)?(共计|总计|合计|共|数量为|总数)?'

const atRow = (row: string): Address => `requests.${row}.total`

const received: ReadFigure = {
  id: 'received',
  ...applicationGuards,
  phrases: [
    `(收到|(?<!新)接收|接到|受理)…${applications}${counted}#件`,
    `(收到|接收|接到)#件(政府信息)?(公开)?申请(?![书表人材])`,
  ],
  none: [`(未|没有)(收到|接到|接收到?)过?…${applications}(事项|件)?(?=[，。；]|$)`],
  readings: [[atRow('received')]],
  mistakenFor: [atRow('received'), atRow('carriedIn')],
}

const newlyReceived: ReadFigure = {
  id: 'newlyReceived',
  ...applicationGuards,
  phrases: [`(新收到?|新接收|新受理)(…${applications}${counted}|申请)?#件`],
  readings: [[atRow('received')]],
  inParts: true,
}

const handled: ReadFigure = {
  id: 'handled',
  ...applicationGuards,
  phrases: [`(?<![受协])(办理|处理)(回复|答复)?了?…${applications}${counted}#件`],
  readings: [[atRow('resultsTotal')], [atRow('received')], [atRow('received'), atRow('carriedIn')]],
}

const results: ReadFigure = {
  id: 'results',
  ...applicationGuards,
  phrases: [
    `(?<!未)(办结|答复|办复)了?…${applications}${counted}#件(?!.{0,20}不予处理)`,
    `(?<=共|均已|依规|按时|按期|[，；])(办结|答复|办复)#件(?!.{0,20}不予处理)`,
  ],
  readings: [[atRow('resultsTotal')]],
}

const carriedIn: ReadFigure = {
  id: 'carriedIn',
  ...applicationGuards,
  about: '申请|新收|新接收|公开',
  phrases: ['(上年|上年度|上一年度?|去年)结转…#件', '结转(上年|上年度|上一年度?|去年)…#件'],
  readings: [[atRow('carriedIn')]],
}

const carriedOut: ReadFigure = {
  id: 'carriedOut',
  ...applicationGuards,
  about: '申请|新收|新接收|公开',
  phrases: [
    '结转(至|到)?(下年|下年度|下一年度?|次年|明年|20[0-9]{2}年)…#件',
    '#件(申请)?(结转|转结)(至|到)?(下年|下年度|下一年度?|次年|明年|20[0-9]{2}年)',
  ],
  readings: [[atRow('carriedOut')]],
}

const outcome = (id: string, word: Phrase, rows: readonly string[]): ReadFigure => ({
  id,
  ...applicationGuards,
  phrases: [`(?<![及和或与并]|[^件起宗]、)${word}的?#件`],
  readings: [rows.map(atRow)],
  inParts: true,
})

const outcomes: readonly ReadFigure[] = [
  outcome('granted', '予以公开', ['granted']),
  outcome('partlyGranted', '部分公开', ['partlyGranted']),
  outcome('refused', '不予公开', [
    'stateSecret',
    'prohibitedByLaw',
    'endangersSecurity',
    'thirdPartyRights',
    'internalAffairs',
    'deliberative',
    'enforcementFile',
    'recordsInquiry',
  ]),
  outcome('unable', '无法提供', ['notHeld', 'wouldNeedCreation', 'stillUnclear']),
  outcome('notProcessed', '不予处理', ['petition', 'repeated', 'publication', 'excessive', 'confirmation']),
]

/** R11 of an edition. */
export const textFigureChecks = (sections: readonly Section[], edition: 'ogi-2019' | 'ogi-2021'): readonly Check[] => {
  const texts = textsOf(sections)
  const documents = edition === 'ogi-2021' ? documentsOf2021 : documentsOf2019
  return [
    ...[received, newlyReceived, handled, results, carriedIn, carriedOut],
    ...outcomes,
    ...disputeFigures,
    ...documents,
  ].map((figure) => agreesWith(texts, figure))
}
