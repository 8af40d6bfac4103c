/* R11: what each figure is called, and a sentence that tells it rightly and one that does not. Decision 0023. */
import type { Address, Words } from '../form.ts'
import { words } from '../words.ts'
import { type EntryOf, giving, instanceOf, ruleOf } from './entry.ts'

interface ToldFigure {
  readonly label: Words
  /** Cells, and what they are when the right sentence is right. */
  readonly figures: Readonly<Record<Address, number>>
  readonly right: string
  readonly wrong: string
}

const told = (
  label: Words,
  figures: Readonly<Record<Address, number>>,
  [right, wrong]: readonly [string, string],
): ToldFigure => ({ label, figures, right, wrong })

const applications: Readonly<Record<string, ToldFigure>> = {
  received: told(words('收到政府信息公开申请数量', 'applications received'), { 'requests.received.total': 74 }, [
    '全年收到政府信息公开申请74件。',
    '全年共收到政府信息公开申请75件，均在法定期限内答复。',
  ]),
  newlyReceived: told(
    words('新收政府信息公开申请数量', 'applications newly received'),
    { 'requests.received.total': 91 },
    ['处理依申请公开事项若干，其中，本年度新接收91件。', '本年新收政府信息公开申请九十二件。'],
  ),
  handled: told(
    words('办理政府信息公开申请数量', 'applications handled'),
    {
      'requests.received.total': 90,
      'requests.carriedIn.total': 2,
      'requests.resultsTotal.total': 88,
      'requests.carriedOut.total': 4,
    },
    ['全年处理政府信息依申请公开92件。', '全年办理政府信息公开申请91件。'],
  ),
  results: told(words('办结政府信息公开申请数量', 'applications completed'), { 'requests.resultsTotal.total': 69 }, [
    '全区共收到政府信息公开申请若干，及时依法依规办结69件。',
    '办结依申请公开81件。',
  ]),
  carriedIn: told(
    words('上年结转申请数量', 'applications carried over from the previous year'),
    { 'requests.carriedIn.total': 1 },
    ['本年新收政府信息公开申请，另有上年结转办理1件。', '收到政府信息公开申请若干，上年结转两件。'],
  ),
  carriedOut: told(
    words('结转下年度继续办理数量', 'applications carried forward'),
    { 'requests.carriedOut.total': 6 },
    ['全年收到政府信息公开申请，结转下年度继续办理6件。', '申请均已受理，其余7件结转下年度继续办理。'],
  ),
}

/** A sentence with `#` for its figure, right and wrong. */
const sentence = (text: string, right: string, wrong: string): readonly [string, string] => [
  text.replace('#', right),
  text.replace('#', wrong),
]

const outcome = (label: Words, word: string): ToldFigure =>
  told(label, {}, sentence(`办结依申请公开事项，其中${word}#件。`, '5', '6'))

const outcomes: Readonly<Record<string, ToldFigure>> = {
  granted: outcome(words('予以公开数量', 'applications granted'), '予以公开'),
  partlyGranted: outcome(words('部分公开数量', 'applications partly granted'), '部分公开'),
  refused: outcome(words('不予公开数量', 'applications refused'), '不予公开'),
  unable: outcome(words('无法提供数量', 'applications that could not be met'), '无法提供'),
  notProcessed: outcome(words('不予处理数量', 'applications not processed'), '不予处理'),
}

const disputes: Readonly<Record<string, ToldFigure>> = {
  reconsideration: told(
    words('行政复议数量', 'administrative reconsiderations'),
    { 'disputes.reconsideration.total': 2 },
    ['因政府信息公开引起的行政复议案件2件。', '因政府信息公开引起的行政复议案件三件。'],
  ),
  suits: told(
    words('行政诉讼数量', 'administrative suits'),
    { 'disputes.directSuit.total': 5, 'disputes.suitAfterReconsideration.total': 2 },
    ['政府信息公开行政诉讼7件。', '政府信息公开行政诉讼5件。'],
  ),
}

const documents = (column: string, label: Words, text: string): Readonly<Record<string, ToldFigure>> => {
  const id = `normativeDocuments.${column}`
  return { [id]: told(label, { [`proactive.${id}`]: 12 }, sentence(text, '12', '1１3')) }
}

const supplement = (cell: Address, label: Words, [right, wrong]: readonly [string, string]) => ({
  [cell]: told(label, { [cell]: 74 }, [right, wrong]),
})

const all: Readonly<Record<string, ToldFigure>> = {
  ...applications,
  ...outcomes,
  ...disputes,
  ...documents('made', words('新制作规范性文件数量', 'normative documents made'), '本年度制定规范性文件#件。'),
  ...documents(
    'issued',
    words('制发行政规范性文件件数', 'normative documents issued'),
    '本年度制发行政规范性文件#件。',
  ),
  ...documents('repealed', words('废止行政规范性文件件数', 'normative documents repealed'), '废止行政规范性文件#件。'),
  ...documents(
    'inForce',
    words('现行有效行政规范性文件件数', 'normative documents in force'),
    '集中公开现行有效行政规范性文件#件。',
  ),
  ...supplement('inquiries.total.received', words('咨询及信访件数量', 'inquiries received'), [
    '共收到网站咨询及信访件74件。',
    '共收到网站咨询及信访件109件。',
  ]),
  ...supplement(
    'inquiries.sunshinePlatform.received',
    words('阳光警务咨询平台收到数量', 'sunshine platform inquiries'),
    sentence('收到咨询件若干，其中阳光警务咨询平台#件。', '74', '75 '),
  ),
  ...supplement(
    'inquiries.directorMailbox.received',
    words('局长信箱收到数量', 'director mailbox letters'),
    sentence('收到咨询件若干，其中局长信箱#件。', '74', '75 '),
  ),
  ...supplement(
    'inquiries.complaints.received',
    words('举报投诉收到数量', 'reports and complaints'),
    sentence('收到咨询件若干，其中举报投诉#件。', '74', '75 '),
  ),
  ...supplement('publications.total.published', words('发布和转载信息数量', 'items published'), [
    '共对外发布和转载信息74条。',
    '共对外发布和转载信息1 514条。',
  ]),
  ...supplement(
    'publications.sunshinePlatform.published',
    words('阳光警务平台发布数量', 'items on the sunshine platform'),
    sentence('对外发布和转载信息若干，其中阳光警务平台#条。', '74', '７５'),
  ),
  ...supplement(
    'publications.wechat.published',
    words('微信发布数量', 'items on WeChat'),
    sentence('对外发布和转载信息若干，其中微信#条。', '74', '７５'),
  ),
  ...supplement(
    'publications.website.published',
    words('门户网站发布数量', 'items on the portal website'),
    sentence('对外发布和转载信息若干，其中门户网站#条。', '74', '７５'),
  ),
}

/** The rows of an outcome are those of its check: the first has all five, the others none. */
const rowsOf = (cells: readonly Address[]): Readonly<Record<Address, number>> =>
  Object.fromEntries(cells.map((cell, index) => [cell, index === 0 ? 5 : 0]))

/** R11, what a text says of a figure is what the tables say. */
export const toldFigure: EntryOf = (form, check) => {
  const id = instanceOf(check)
  const { texts, readings } = ruleOf(check, 'textAgrees')
  const figure = all[id]
  if (figure === undefined) throw new RangeError(`${check.id} has no examples.`)
  const { label, right, wrong } = figure
  const figures = outcomes[id] === undefined ? figure.figures : rowsOf(readings[0] ?? [])
  const cells = Object.assign({}, ...Object.entries(figures).map(([cell, value]) => giving(form, cell, value)))
  return {
    says: words(`文字中写到的${label.zh}与表中数字一致。`, `What the texts say of ${label.en} is what the tables say.`),
    basis: '数据准确的要求，国办公开办函〔2019〕60号、〔2021〕30号；已公布的年报中有文字与表格不一致的',
    breaks: { cells: { ...cells, [texts[0] ?? '']: wrong } },
    keeps: { cells: { ...cells, [texts[0] ?? '']: right } },
  }
}
