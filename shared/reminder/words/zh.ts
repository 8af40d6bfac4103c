/* Letters in Chinese: the courteous official style of 「请于…前…」 (domain facts: practice of dunning), no exclamation marks. */
import type { Role } from '../../unit/unit.ts'
import type { PlainLetter } from '../letter.ts'
import type { LetterWords, Told } from './letter-words.ts'

const before = ({ due }: Told): string => (due === undefined ? '请按下列各单位的截止时间' : `请于${due}前`)

const subject = (letter: PlainLetter, told: Told): string => {
  const about = told.unitCount === 1 ? `${told.title}（${told.units}）` : `${told.title}（${told.unitCount} 个单位）`
  switch (letter.kind) {
    case 'opening':
      return `开始填报（${told.left}）：${about}`
    case 'reminder':
      return letter.timing === 'overdue' ? `逾期未报送（${told.left}）：${about}` : `待报送（${told.left}）：${about}`
    case 'byHand':
      return told.isOverdue ? `逾期未报送（${told.left}）：${about}` : `请抓紧报送（${told.left}）：${about}`
    case 'digest':
      return `报送进度（${told.progress?.day ?? ''}，已报送 ${told.progress?.in ?? 0}/${told.progress?.all ?? 0}）：${told.title}`
    case 'receipt':
      return `报送回执：${about}`
    case 'sentBack':
      return `退回修改（${told.left}）：${about}`
    case 'reopened':
      return `重新开放修改（${told.left}）：${about}`
    case 'reportBack':
      return `汇总数据退回（${told.left}）：${about}`
    case 'published':
      return letter.published.edition === 1
        ? `报告已发布：${about}`
        : `报告已发布第 ${letter.published.edition} 版：${about}`
    case 'extended':
      return `截止时间已延期：${about}`
  }
}

const nobody: NonNullable<Told['progress']> = { day: '', at: '', all: 0, in: 0, missing: 0 }

/* To whoever fills in, to the leader of the unit, and to those who collect from it. */
const overdueAsks = {
  reporter: '请尽快完成填报并提交。逾期将纳入考核通报；如确有困难，请及时与联系人沟通。',
  leader: '请予督促，尽快完成填报并提交。逾期将纳入考核通报；如确有困难，请及时与联系人沟通。',
  coordinator: '请督促有关单位尽快完成填报并提交。逾期将纳入考核通报。',
  administrator: '请督促有关单位尽快完成填报并提交。逾期将纳入考核通报。',
} as const satisfies Readonly<Record<Role, string>>

const overdue = (letter: PlainLetter, told: Told): readonly string[] => [
  `“${told.title}”${told.due === undefined ? '的截止时间已过' : `已于${told.due}截止`}，${told.units}尚未报送。`,
  overdueAsks[letter.to.role],
]

const lead = (letter: PlainLetter, told: Told): readonly string[] => {
  const title = `“${told.title}”`
  switch (letter.kind) {
    case 'opening':
      return [`${title}现已开始填报，报送单位：${told.units}。`, `${before(told)}完成填报并提交。`]
    case 'reminder':
      if (letter.timing === 'overdue') return overdue(letter, told)
      if (letter.timing === 'dueDay')
        return [`${title}今天截止，${told.units}尚未报送。`, `${before(told)}完成填报并提交。`]
      return [`${title}待${told.units}报送。`, `${before(told)}完成填报并提交。`]
    case 'byHand':
      return told.isOverdue
        ? overdue(letter, told)
        : [`${title}待${told.units}报送。`, `${before(told)}完成填报并提交。`]
    case 'digest': {
      const { at, all, in: isIn, missing } = told.progress ?? nobody
      const state = missing === 0 ? '已全部报送' : `已报送 ${isIn} 个，未报送 ${missing} 个`
      return [`${title}报送进度如下（截至${at}）：应报送单位 ${all} 个，${state}。`]
    }
    case 'receipt':
      return letter.onBehalf === undefined
        ? [`${told.units}报送的${title}已收到，回执如下，请留存。`]
        : [
            `${title}已由${letter.onBehalf}代${told.units}填报并提交，回执如下，请核对并留存。`,
            '如与实际情况不符，请及时与联系人沟通。',
          ]
    case 'sentBack':
      return [
        `${told.units}报送的${title}经审核需要修改，现予退回。`,
        `${before(told)}修改并重新提交。是否按时以首次提交为准，不因退回而改变。`,
      ]
    case 'reopened':
      return [`${told.units}的${title}已重新开放修改。`, `${before(told)}修改并重新提交。`]
    case 'reportBack':
      return [
        `${told.units}上报的${title}汇总数据经${letter.by}审核需要修改，现予退回。`,
        `${before(told)}核对修改并重新上报。在此之前，上一级看到的是暂定数。`,
      ]
    case 'published':
      return letter.published.edition === 1
        ? [`${told.units}的${title}已发布，摘要如下，全文见附件。`]
        : [
            `${told.units}的${title}已更正，现发布第 ${letter.published.edition} 版，改动和摘要如下，全文见附件。`,
            '此前各版保持不变，以本版为准。',
          ]
    case 'extended':
      return [
        `${told.units}的${title}截止时间已延期。`,
        `${before(told)}完成填报并提交；在此之前提交的，记为延期报送，不记逾期。`,
      ]
  }
}

const growthZh = (growth: string): string => (growth.startsWith('-') ? `下降 ${growth.slice(1)}` : `增长 ${growth}`)

export const zh: LetterWords = {
  subject,
  greeting: (name) => `${name}同志：`,
  lead,
  noteLabel: (by) => `${by}附言`,
  digest: {
    counts: {
      accepted: '审核通过',
      toReview: '待审核',
      missing: '未报送',
      overdue: '其中已逾期',
      extended: '其中已延期',
      muted: '其中已暂停提醒',
      unreachable: '其中无人可联系',
    },
    units: (count) => `${count} 个单位`,
    missing: '未报送单位',
    cameBack: '未能送达的信件',
    unreachable: '无人可联系的单位',
    stage: (stage, isReport) => {
      if (isReport) {
        if (stage === 'sentBack') return '汇总报告已退回'
        return stage === undefined ? '下级尚无报送' : '汇总报告未上报'
      }
      return stage === undefined ? '未开始' : stage === 'drafting' ? '填报中' : '已退回修改'
    },
    filled: (filled, total) => `已填 ${filled}/${total}`,
    due: (moment, why) => `${why === 'extension' ? '已延期至' : '修改限期'}${moment}`,
    overdue: (days) => days,
    mutedBecause: (reason) => `已暂停提醒：${reason}`,
    nobody: '无人可联系，请补充或更正人员信息',
    more: (count) => `另有 ${count} 个单位，请在进度页面查看。`,
    open: '打开进度页面',
  },
  test: '测试信件：仅发给您本人，用于查看信件样式，未发送给任何单位。',
  testSubject: (written) => `【测试】${written}`,
  join: (names) => names.join('、'),
  inZone: (moment, zone) => `${moment}（${zone}）`,
  dueLabel: (why) =>
    ({ round: '截止时间', level: '截止时间', extension: '延期后截止时间', correction: '修改截止时间' })[why],
  leftLabel: (isOverdue) => (isOverdue ? '逾期情况' : '剩余时间'),
  missingLabel: '尚未完成',
  notStarted: '尚未开始填报',
  allFilled: '各项已填齐，尚未提交',
  blankCells: (section, count) => (count === 0 ? `${section}：校验未通过` : `${section}：还有 ${count} 格未填`),
  open: '打开填报页面',
  view: '查看报表',
  receipt: {
    number: '回执编号',
    submittedAt: '提交时间',
    revision: '提交次数',
    onBehalf: '代填人',
    timeliness: '时限',
    timelinessIn: { onTime: '按时报送', extended: '延期内报送', late: '逾期报送' },
    hash: '校验码',
  },
  published: {
    edition: '版次',
    editionIn: (edition, moment) => `第 ${edition} 版，${moment}发布`,
    unitsIn: '已汇总单位',
    unitsInOf: (count, all) => (count === all ? `${all} 个单位全部报送` : `${count} 个，共 ${all} 个`),
    besideLast: (now, last, growth) => `${now}（上年 ${last}${growth === undefined ? '' : `，${growthZh(growth)}`}）`,
    blank: '（空）',
    notes: '需要留意',
    changes: '本版改动',
    change: (was, is) => `${was} → ${is}`,
    textChanged: '文字有改动',
    more: (count) => `另有 ${count} 处改动，请在汇总报告页面查看。`,
    open: '打开摘要页面',
  },
  openReport: '打开汇总报告',
  reason: '原因',
  comments: '批注',
  commentCount: (count) => `${count} 处，请在填报页面逐处查看`,
  dueBefore: '原截止时间',
  dayOff: (day, name) =>
    `${day}${name === undefined ? '是休息日' : `是休息日（${name}）`}，截止时间不顺延，请提前安排。`,
  unknownYear: (year) => `${year}年的节假日安排尚未公布，工作日暂按周末推算。`,
  nilReturn: '没有发生的事项请填 0，空白不能提交；整表没有发生的，可使用“零报告”，零报告也需要提交。',
  calendarAttached: '附件是日历文件，打开后可将截止时间加入日程。',
  notStatutory: '本次报送为内部汇总，不代替向本级政府的法定报送。',
  demo: '演示数据：本信由演示环境生成，请勿据此报送。',
  ask: (contact, office) =>
    contact === undefined
      ? `如有疑问，请联系${office}。`
      : `如有疑问，请联系${contact.name}${contact.phone === undefined ? '' : `，电话 ${contact.phone}`}，邮箱 ${contact.email}。`,
  footer: '本信由系统自动发送，请勿直接回复。信中不含办件内容。',
  eventTitle: (title, unit) => `截止：${title}（${unit}）`,
}
