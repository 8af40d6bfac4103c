/*
 * Table 3, applications received and processed: its columns and the rows that both national formats share.
 * The trial format of 2019 (国办公开办函〔2019〕60号) has one row （六）其他处理, the format of 2021
 * (国办公开办函〔2021〕30号) three; nothing else differs. Labels are those of the printed forms.
 */
import type { Column, Group, MatrixSection, Row } from '../form.ts'
import { words } from '../words.ts'

/** A row; each has its help (application-help.ts). */
export const row = (id: string, zh: string, en: string, group?: string): Row => ({
  id,
  label: words(zh, en),
  ...(group === undefined ? {} : { group }),
  helped: true,
})

/** The six kinds of applicants; the seventh column adds them. */
export const applicantIds = [
  'naturalPerson',
  'business',
  'research',
  'publicInterest',
  'legalService',
  'otherOrganization',
] as const

const column = (id: string, zh: string, en: string, group: string): Column => ({
  id,
  label: words(zh, en),
  group,
  kind: 'count',
  measure: '件',
})

const columns: readonly Column[] = [
  column('naturalPerson', '自然人', 'Natural persons', 'applicants'),
  column('business', '商业企业', 'Commercial enterprises', 'organizations'),
  column('research', '科研机构', 'Research institutions', 'organizations'),
  column('publicInterest', '社会公益组织', 'Public-interest organizations', 'organizations'),
  column('legalService', '法律服务机构', 'Legal service organizations', 'organizations'),
  column('otherOrganization', '其他', 'Other', 'organizations'),
  { ...column('total', '总计', 'Total', 'applicants'), computed: { sumOf: applicantIds } },
]

const columnGroups: readonly Group[] = [
  { id: 'applicants', label: words('申请人情况', 'Applicants') },
  { id: 'organizations', label: words('法人或其他组织', 'Legal persons or other organizations'), in: 'applicants' },
]

const rowGroups: readonly Group[] = [
  { id: 'results', label: words('三、本年度办理结果', '3. Results of processing this year') },
  { id: 'refused', label: words('（三）不予公开', '(3) Not disclosed'), in: 'results' },
  { id: 'unable', label: words('（四）无法提供', '(4) Unable to provide'), in: 'results' },
  { id: 'notProcessed', label: words('（五）不予处理', '(5) Not processed'), in: 'results' },
]

const rowsBefore: readonly Row[] = [
  row('received', '一、本年新收政府信息公开申请数量', '1. Applications newly received this year'),
  row('carriedIn', '二、上年结转政府信息公开申请数量', '2. Applications carried over from the previous year'),
]

const sharedResults: readonly Row[] = [
  row('granted', '（一）予以公开', '(1) Disclosed', 'results'),
  row(
    'partlyGranted',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '(2) Partially disclosed (severable cases are counted here only)',
    'results',
  ),
  row('stateSecret', '1.属于国家秘密', 'State secrets', 'refused'),
  row(
    'prohibitedByLaw',
    '2.其他法律行政法规禁止公开',
    'Disclosure prohibited by other laws or administrative regulations',
    'refused',
  ),
  row('endangersSecurity', '3.危及“三安全一稳定”', 'Endangering the "three securities and one stability"', 'refused'),
  row(
    'thirdPartyRights',
    '4.保护第三方合法权益',
    "Protection of third parties' lawful rights and interests",
    'refused',
  ),
  row('internalAffairs', '5.属于三类内部事务信息', 'Three categories of internal-affairs information', 'refused'),
  row('deliberative', '6.属于四类过程性信息', 'Four categories of process (deliberative) information', 'refused'),
  row('enforcementFile', '7.属于行政执法案卷', 'Administrative enforcement case files', 'refused'),
  row('recordsInquiry', '8.属于行政查询事项', 'Matters for administrative records inquiry', 'refused'),
  row('notHeld', '1.本机关不掌握相关政府信息', 'This organ does not hold the information', 'unable'),
  row(
    'wouldNeedCreation',
    '2.没有现成信息需要另行制作',
    'No ready-made information; would have to be created',
    'unable',
  ),
  row('stillUnclear', '3.补正后申请内容仍不明确', 'Still unclear after supplementation and correction', 'unable'),
  row('petition', '1.信访举报投诉类申请', 'Applications that are petitions, reports or complaints', 'notProcessed'),
  row('repeated', '2.重复申请', 'Repeated applications', 'notProcessed'),
  row('publication', '3.要求提供公开出版物', 'Requests for public publications', 'notProcessed'),
  row(
    'excessive',
    '4.无正当理由大量反复申请',
    'Large numbers of repeated applications without proper reason',
    'notProcessed',
  ),
  row(
    'confirmation',
    '5.要求行政机关确认或重新出具已获取信息',
    'Requests to confirm or re-issue information already obtained',
    'notProcessed',
  ),
]

/**
 * Table 3 of an edition. `otherHandling` are its rows of （六）其他处理, `groups` the groups these rows need.
 * Row （七）总计 adds every row of 三、本年度办理结果.
 */
export const applicationsTable = (otherHandling: readonly Row[], groups: readonly Group[]): MatrixSection => {
  const results = [...sharedResults, ...otherHandling]
  return {
    kind: 'matrix',
    id: 'requests',
    title: words('三、收到和处理政府信息公开申请情况', 'OGI applications received and processed'),
    short: words('三、依申请公开', '3. Applications'),
    cornerNote: words(
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '(Cross-check for each column: item 1 + item 2 = item 3 + item 4)',
    ),
    layout: 'rows',
    rows: [
      ...rowsBefore,
      ...results,
      {
        ...row('resultsTotal', '（七）总计', '(7) Total', 'results'),
        computed: { sumOf: results.map(({ id }) => id) },
      },
      row('carriedOut', '四、结转下年度继续办理', '4. Carried forward to the next year'),
    ],
    columns,
    rowGroups: [...rowGroups, ...groups],
    columnGroups,
  }
}
