/*
 * Everything the office may refuse, in one catalogue. The code is the identity, the status only an attribute, the
 * sentence says what is wrong and what to do. Refusals are values: surprises are thrown. Decision 0007.
 */
import type { Words } from './words.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

/* Stages and moves as people say them; in English all but these are words already. */
const inChinese: Readonly<Record<string, string>> = {
  notStarted: '未开始',
  drafting: '填报中',
  submitted: '已报送',
  sentBack: '已退回',
  accepted: '已通过',
  planned: '拟定中',
  approved: '已批准',
  open: '填报中',
  closed: '已关闭',
  published: '已发布',
}
const moveInChinese: Readonly<Record<string, string>> = {
  approve: '批准',
  open: '开启',
  close: '关闭',
  publish: '发布',
  change: '修改',
}
const zhOf = (stage: string): string => inChinese[stage] ?? stage
const enOf = (stage: string): string => stage.replace(/^notStarted$/, 'not started').replace(/^sentBack$/, 'sent back')

/* What somebody wanted to do, by route id, as people say it: 「您没有权限…」, “You may not …”. */
const acts: Readonly<Record<string, Words>> = {
  getMe: words('查看本人信息', 'read this'),
  patchMe: words('修改本人信息', 'change this'),
  listForms: words('查看表式', 'read the forms'),
  getForm: words('查看表式', 'read the forms'),
  getOpenApi: words('查看接口说明', 'read the contract'),
  listUnits: words('查看单位名录', 'see these units'),
  putUnit: words('登记或修改该单位', 'add or change this unit'),
  importDirectory: words('导入该单位的名录', 'import the directory of this unit'),
  exportDirectory: words('导出该单位的名录', 'export the directory of this unit'),
  listPeople: words('查看该单位的人员', 'see the people of this unit'),
  postPerson: words('登记该单位的人员', 'add people to this unit'),
  putPerson: words('修改该人员的信息或职责', 'change this person or what they may do'),
  deletePerson: words('删除该人员', 'remove this person'),
  handOver: words('移交该人员的岗位', 'hand over the posts of this person'),
  clearAddress: words('恢复该人员的邮箱', 'say that this address works again'),
  listRounds: words('查看报送轮次', 'see the rounds'),
  postRound: words('为该单位拟定报送轮次', 'plan a round for this unit'),
  getRound: words('查看本轮报送', 'see this round'),
  patchRound: words('修改本轮报送的安排', 'change this round'),
  openRound: words('开启本轮报送', 'open this round'),
  closeRound: words('关闭本轮报送', 'close this round'),
  getBoard: words('查看该单位的进度', 'see the board of this unit'),
  getBoardFile: words('下载该单位的进度表', 'download the board of this unit'),
  getReminders: words('查看提醒安排和信件', 'see the reminders'),
  previewLetter: words('查看提醒信件', 'see the reminders'),
  testLetter: words('发送测试信件', 'send a test letter'),
  writeNow: words('向该单位的下级催报', 'write to the units below this one'),
  putMute: words('暂停对该单位的提醒', 'mute this unit'),
  deleteMute: words('恢复对该单位的提醒', 'unmute this unit'),
  putExtension: words('为该单位延期', 'give this unit an extension'),
  deleteExtension: words('撤销该单位的延期', 'take back the extension of this unit'),
  getRoundLog: words('查看本轮报送的记录', 'read the log of this round'),
  getReturn: words('查看该单位的报表', 'read the return of this unit'),
  patchReturn: words('填写该单位的报表', 'fill in the return of this unit'),
  fillReturn: words('填写该单位的报表', 'fill in the return of this unit'),
  submitReturn: words('报送该单位的报表', 'hand in the return of this unit'),
  withdrawReturn: words('撤回该单位的报表', 'take back the return of this unit'),
  reviewReturn: words('审核该单位的报表', 'review the return of this unit'),
  putReviewDraft: words('审核该单位的报表', 'review the return of this unit'),
  answerComment: words('答复该单位报表的审核意见', 'answer comments on the return of this unit'),
  acceptSeveral: words('审核该单位下级的报表', 'review the returns below this unit'),
  reopenReturn: words('重新开放该单位的报表', 'reopen the return of this unit'),
  listRevisions: words('查看该单位的报送记录', 'see the submissions of this unit'),
  getRevision: words('查看该单位的报送记录', 'see the submissions of this unit'),
  getChanges: words('查看该单位的报送记录', 'see the submissions of this unit'),
  getReturnLog: words('查看该单位的操作记录', 'read the log of this return'),
  getReturnDocument: words('下载该单位的报表', 'download the return of this unit'),
  getReturnWorkbook: words('下载该单位的工作簿', 'download the workbook of this unit'),
  putReturnWorkbook: words('填写该单位的报表', 'fill in the return of this unit'),
  putHistory: words('录入该单位的往年数据', 'enter figures of earlier years for this unit'),
  getHistory: words('查看该单位的往年数据', 'see figures of earlier years of this unit'),
  getHistoryWorkbook: words('下载该单位的往年工作簿', 'download the workbook of an earlier year of this unit'),
  putHistoryWorkbook: words('录入该单位的往年数据', 'enter figures of earlier years for this unit'),
  getReport: words('查看该单位的汇总报告', 'read the report of this unit'),
  getAppraisal: words('查看该单位的考核表', 'see the appraisal of this unit'),
  getAppraisalWorkbook: words('下载该单位的考核表', 'download the appraisal of this unit'),
  getCircular: words('下载该单位的逾期通报', 'download the circular of this unit'),
  reviewReport: words('审核该单位的汇总报告', 'review the report of this unit'),
  listReports: words('查找已发布的汇总报告', 'search the published reports'),
  getReportYears: words('查看该单位历年的数据', 'see the figures of this unit over the years'),
  getSummary: words('查看汇总数据摘要', 'read the summary of this report'),
  getReportCell: words('查看汇总数据的来源', 'see where the figures of this report come from'),
  patchReport: words('修改该单位的汇总报告', 'change the report of this unit'),
  handInReport: words('上报该单位的汇总报告', 'hand in the report of this unit'),
  publishReport: words('发布汇总报告', 'publish the report'),
  getReportDocument: words('下载该单位的汇总报告', 'download the report of this unit'),
}
const actInWords = (what: string): Words => acts[what] ?? words('进行此操作', 'do this')

/** Every refusal: its HTTP status and its sentence. A test walks this table. */
export const refusals = {
  unreadable: {
    status: 400,
    say: () =>
      words(
        '请求内容无法读取：没有内容，或 JSON 不完整、有误。',
        'The request cannot be read: it is empty, or not whole and correct JSON.',
      ),
  },
  notSignedIn: { status: 401, say: () => words('请先登录。', 'Please sign in first.') },
  signInUnchecked: {
    status: 503,
    say: () =>
      words(
        '登录服务暂时没有应答，无法确认您的身份，请稍后再试。',
        'The sign-in service does not answer just now, so we cannot tell who you are; please try again in a moment.',
      ),
  },
  notAMember: {
    status: 403,
    say: (d: { email: string }) =>
      words(
        `${d.email} 未登记为任何单位的人员，请联系上级单位的汇总联系人。`,
        `${d.email} holds no post in any unit; ask the coordinator of the unit above.`,
      ),
  },
  notYours: {
    status: 403,
    say: (d: { what: string }) =>
      words(
        `您没有权限${actInWords(d.what).zh}，请联系上级单位的汇总联系人。`,
        `You may not ${actInWords(d.what).en}; ask the coordinator of the unit above.`,
      ),
  },
  notFound: { status: 404, say: (d: { what: string }) => words(`没有找到：${d.what}。`, `Not found: ${d.what}.`) },
  tooLarge: {
    status: 413,
    say: (d: { limit: string }) =>
      words(`内容过大，上限为 ${d.limit}。`, `The content is too large; the limit is ${d.limit}.`),
  },
  invalid: {
    status: 422,
    say: (d: { count: number }) =>
      words(
        `有 ${d.count} 处内容不符合要求，未作任何改动。`,
        `${d.count} item(s) are not as required; nothing was changed.`,
      ),
  },
  busy: {
    status: 409,
    say: () =>
      words(
        '同一内容正在被多人同时修改，请再试一次。',
        'The same item is being changed by several people at once; please try again.',
      ),
  },
  /* returns */
  staleCells: {
    status: 409,
    say: (d: { count: number }) =>
      words(
        `有 ${d.count} 个单元格已被他人修改，未覆盖；其余内容已保存。`,
        `${d.count} cell(s) were changed by somebody else and were not overwritten; the rest is saved.`,
      ),
  },
  unknownVersion: {
    status: 409,
    say: (d: { base: number; version: number }) =>
      words(
        `版本号 ${d.base} 不存在，当前为 ${d.version}，请重新打开。`,
        `Version ${d.base} does not exist, the current one is ${d.version}; open the return again.`,
      ),
  },
  outdated: {
    status: 409,
    say: (d: { sent: number; current: number }) =>
      words(
        `您看到的是第 ${d.sent} 版，当前为第 ${d.current} 版，请刷新后再操作。`,
        `You saw version ${d.sent}, the current one is ${d.current}; reload and try again.`,
      ),
  },
  roundNotOpen: {
    status: 409,
    say: (d: { round: string; stage: string }) =>
      words(
        `「${d.round}」目前未开放填报（${zhOf(d.stage)}）。如需更正，请联系汇总联系人重新开放本单位的报表。`,
        `“${d.round}” takes no returns now (${enOf(d.stage)}). For a correction ask the coordinator to reopen the return.`,
      ),
  },
  notEditable: {
    status: 409,
    say: (d: { stage: string }) =>
      words(`报表处于“${zhOf(d.stage)}”状态，不能修改。`, `The return is ${enOf(d.stage)} and cannot be changed.`),
  },
  notSubmittable: {
    status: 409,
    say: (d: { stage: string }) =>
      words(`报表处于“${zhOf(d.stage)}”状态，不能报送。`, `The return is ${enOf(d.stage)} and cannot be submitted.`),
  },
  notWithdrawable: {
    status: 409,
    say: (d: { stage: string }) =>
      words(
        `报表处于“${zhOf(d.stage)}”状态，不能撤回；已审核的请联系汇总联系人。`,
        `The return is ${enOf(d.stage)} and cannot be withdrawn; once reviewed, ask the coordinator.`,
      ),
  },
  handedInByTheUnit: {
    status: 409,
    say: () =>
      words(
        '这次报送由该单位自行提交，不能代为撤回；如需修改，请审核后退回。',
        'The unit handed this in itself; nobody takes it back for them. Send it back if it needs changing.',
      ),
  },
  notReviewable: {
    status: 409,
    say: (d: { stage: string }) =>
      words(
        `报表处于“${zhOf(d.stage)}”状态，没有待审核的内容。`,
        `The return is ${enOf(d.stage)}; there is nothing to review.`,
      ),
  },
  notReopenable: {
    status: 409,
    say: (d: { stage: string }) =>
      words(
        `报表处于“${zhOf(d.stage)}”状态，无需重新开放。`,
        `The return is ${enOf(d.stage)}; it need not be reopened.`,
      ),
  },
  reviewedRevisionIsOld: {
    status: 409,
    say: (d: { sent: number; current: number }) =>
      words(
        `您审核的是第 ${d.sent} 次报送，该单位已有第 ${d.current} 次报送，请重新查看。`,
        `You reviewed submission ${d.sent}; the unit has submitted number ${d.current} since. Look again.`,
      ),
  },
  toBeReadFirst: {
    status: 409,
    say: (d: { findings: number; outliers: number }) =>
      words(
        `有 ${d.findings} 处校验提示、${d.outliers} 处异常值，不能批量通过，请逐份审核。`,
        `There are ${d.findings} finding(s) and ${d.outliers} outlier(s); it cannot be accepted together with others. Review it by itself.`,
      ),
  },
  checksFailed: {
    status: 422,
    say: (d: { count: number }) =>
      words(
        `有 ${d.count} 处勾稽或说明未完成，报送前须处理。`,
        `${d.count} check(s) or reason(s) must be settled before submission.`,
      ),
  },
  nilWouldOverwrite: {
    status: 409,
    say: (d: { cells: number }) =>
      words(
        `本部分已有 ${d.cells} 个非零数据，不能作零报告；请先改正这些单元格。`,
        `This section holds ${d.cells} figure(s) above zero; a nil return would overwrite them. Change them first.`,
      ),
  },
  workbookRefused: {
    status: 422,
    /* Why, as the reader of the file says it. */
    say: (d: { zh: string; en: string }) => words(`${d.zh}未作任何改动。`, `${d.en} Nothing was changed.`),
  },
  /* rounds */
  roundExists: {
    status: 409,
    say: (d: { round: string }) => words(`编号“${d.round}”已被使用。`, `The id “${d.round}” is taken.`),
  },
  wrongStage: {
    status: 409,
    say: (d: { round: string; stage: string; move: string }) =>
      words(
        `「${d.round}」处于“${zhOf(d.stage)}”状态，不能进行“${moveInChinese[d.move] ?? d.move}”。`,
        `“${d.round}” is ${enOf(d.stage)}; it cannot ${d.move}.`,
      ),
  },
  notAParticipant: {
    status: 404,
    say: (d: { unit: string; round: string }) =>
      words(`单位“${d.unit}”不在「${d.round}」的范围内。`, `Unit “${d.unit}” takes no part in “${d.round}”.`),
  },
  dueMomentPast: {
    status: 422,
    /* `dueAt` in words, with the zone where it is not the usual one. */
    say: (d: { dueAt?: Words }) =>
      words(
        `截止时间${d.dueAt === undefined ? '' : ` ${d.dueAt.zh} `}已过，请另选一个将来的时间。`,
        `The due moment${d.dueAt === undefined ? '' : `, ${d.dueAt.en},`} has passed; choose one in the future.`,
      ),
  },
  extensionTooEarly: {
    status: 422,
    say: (d: { dueAt: Words }) =>
      words(`延期须晚于原截止时间 ${d.dueAt.zh}。`, `An extension must be later than the due moment, ${d.dueAt.en}.`),
  },
  alreadyHandedIn: {
    status: 409,
    say: (d: { unit: string }) =>
      words(
        `单位“${d.unit}”已报送，无需延期；如需更正，请退回或重新开放该单位的报表。`,
        `Unit “${d.unit}” has handed in and needs no extension; for a correction send the return back or reopen it.`,
      ),
  },
  noLastYear: {
    status: 404,
    say: (d: { year: string }) =>
      words(
        `系统中没有 ${d.year} 年度的数据，无法对比。可由汇总联系人录入该年度的数据。`,
        `There are no figures of ${d.year} here to compare with. The coordinator can enter those of that year.`,
      ),
  },
  historyAccepted: {
    status: 409,
    say: (d: { year: string; unit: string }) =>
      words(
        `单位“${d.unit}”${d.year} 年度的数据已在本系统审核通过，不能用录入的数据覆盖。`,
        `The figures of unit “${d.unit}” for ${d.year} were accepted here; entered ones cannot take their place.`,
      ),
  },
  openCorrections: {
    status: 409,
    say: (d: { count: number }) =>
      words(
        `有 ${d.count} 个单位的报表已退回修改、尚未重新报送；如仍要关闭，请逐一列明这些单位。`,
        `${d.count} unit(s) have not handed in again what was sent back; to close all the same, name each of them.`,
      ),
  },
  /* reports */
  notAllReviewed: {
    status: 409,
    say: (d: { count: number }) =>
      words(
        `还有 ${d.count} 个单位的报表或汇总报告未审核通过，不能上报或发布。`,
        `${d.count} return(s) or report(s) below are not accepted yet; this report cannot be handed in or published.`,
      ),
  },
  missingNotAcknowledged: {
    status: 409,
    say: (d: { count: number }) =>
      words(
        `有 ${d.count} 个单位未报送；如仍要发布，请逐一列明这些单位。`,
        `${d.count} unit(s) are missing; to publish all the same, name each of them.`,
      ),
  },
  reportChecksFailed: {
    status: 409,
    say: (d: { count: number }) =>
      words(
        `汇总报告有 ${d.count} 处勾稽不符，不能发布。`,
        `The report fails ${d.count} check(s) and cannot be published.`,
      ),
  },
  reportNotHandedIn: {
    status: 409,
    say: () =>
      words(
        '该单位的汇总数据尚未上报，没有待审核的内容。',
        'The unit has not handed its report in; there is nothing to review.',
      ),
  },
  reportHandedInAgain: {
    status: 409,
    say: () =>
      words(
        '该单位已再次上报汇总数据，请重新查看后再审核。',
        'The unit has handed its report in again; look at it before you review it.',
      ),
  },
  nothingToHandIn: {
    status: 409,
    say: () => words('本单位没有可上报的汇总报告。', 'There is no report of this unit to hand in.'),
  },
  unchanged: {
    status: 409,
    say: () => words('内容与上一版相同，未生成新版。', 'Nothing has changed since the last edition.'),
  },
  /* units and people */
  unitLoop: {
    status: 422,
    say: (d: { unit: string; parent: string }) =>
      words(
        `单位“${d.unit}”不能归属于自己或其下级“${d.parent}”。`,
        `Unit “${d.unit}” cannot stand under itself or under its own “${d.parent}”.`,
      ),
  },
  unitHasBelow: {
    status: 409,
    say: (d: { unit: string }) =>
      words(`单位“${d.unit}”有下级单位，不能整体移动。`, `Unit “${d.unit}” has units below it and cannot be moved.`),
  },
  unitInOpenRound: {
    status: 409,
    say: (d: { unit: string; round: string }) =>
      words(
        `单位“${d.unit}”正在参加「${d.round}」，发布后才能改变隶属关系。`,
        `Unit “${d.unit}” takes part in “${d.round}”; its place in the tree can change when that is published.`,
      ),
  },
  emailTaken: {
    status: 409,
    say: (d: { email: string }) =>
      words(`邮箱 ${d.email} 已登记给另一人。`, `The address ${d.email} belongs to somebody else.`),
  },
  lastAdministrator: {
    status: 409,
    say: (d: { person: string }) =>
      words(
        `${d.person}是唯一的管理员，请先任命另一位管理员。`,
        `${d.person} is the only administrator; make somebody else one first.`,
      ),
  },
  importBrokenOff: {
    status: 503,
    say: (d: { done: number; left: number }) =>
      words(
        `导入中断：已写入 ${d.done} 项，还有 ${d.left} 项未写入。请再次导入同一文件，即可补完。`,
        `The import broke off: ${d.done} item(s) are written, ${d.left} are not. Import the same file again to finish it.`,
      ),
  },
  internal: {
    status: 500,
    say: (d: { correlation: string }) =>
      words(
        `系统出现故障，已记录（编号 ${d.correlation}）；已填写的内容没有丢失。`,
        `Something broke and was recorded (number ${d.correlation}); what was typed is not lost.`,
      ),
  },
} as const satisfies Record<string, { readonly status: number; readonly say: (details: never) => Words }>

export type RefusalCode = keyof typeof refusals

/** One thing that is wrong, where it can be pointed at. */
export interface RefusalError {
  readonly path?: string
  readonly cell?: string
  readonly check?: string
  readonly message: Words
}

export interface Refusal {
  readonly code: RefusalCode
  readonly status: number
  readonly detail: Words
  readonly errors?: readonly RefusalError[]
  /** Facts beside the sentence: the new version, the conflicting cells. */
  readonly facts?: Readonly<Record<string, unknown>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

type Details<C extends RefusalCode> = Parameters<(typeof refusals)[C]['say']>

/**
 * A refusal as a value. `details` are those of the catalogue's sentence; codes without details take `undefined`.
 */
export const refuse = <C extends RefusalCode>(
  code: C,
  details: Details<C>[0],
  more: Pick<Refusal, 'errors' | 'facts'> = {},
): { readonly ok: false; readonly refusal: Refusal } => {
  const entry: { readonly status: number; readonly say: (details: never) => Words } = refusals[code]
  return { ok: false, refusal: { code, status: entry.status, detail: entry.say(details as never), ...more } }
}
