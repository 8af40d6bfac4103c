/* One letter of every kind, in both languages, as crowded as they come: for the tests that look at them. */
import type { Digest } from '../shared/reminder/digest.ts'
import type {
  Letter,
  LetterFacts,
  LetterKind,
  LetterUnit,
  PublishedFacts,
  ReminderTiming,
} from '../shared/reminder/letter.ts'
import type { LetterContext, WrittenLetter } from '../shared/reminder/letter-context.ts'
import { writeLetter } from '../shared/reminder/write-letter.ts'
import { type Instant, instant, localDate, weekdayOf } from '../shared/time.ts'
import type { Language, Role } from '../shared/unit/unit.ts'

const dueAt = instant('2020-02-01T00:00:00+08:00')
const ledu: LetterUnit = {
  unit: '630202',
  name: { zh: '海东市公安局乐都区分局', en: 'Ledu District Branch of the Haidong Public Security Bureau' },
  dueAt,
  dueWhy: 'round',
}
const hualong: LetterUnit = {
  unit: '630224',
  name: { zh: '化隆回族自治县公安局', en: 'Hualong Hui Autonomous County Public Security Bureau' },
  dueAt: instant('2020-02-06T00:00:00+08:00'),
  dueWhy: 'extension',
}
const toCorrect: LetterUnit = { ...ledu, dueAt: instant('2020-01-23T00:00:00+08:00'), dueWhy: 'correction' }
const correction = {
  reason: '表三“本年新收政府信息公开申请数量”与台账不一致，请核对自然人与法人两列；行政复议一栏请填 0，不要留空。',
  revision: 1,
  at: dueAt,
  commentCount: 2,
}
const receipt = {
  number: 'haidong-2019-630202-1',
  revision: 1,
  submittedAt: instant('2020-01-15T10:21:00+08:00'),
  dueAt,
  timeliness: 'onTime',
  hash: '3f1c9be20a77d1c04be8fd5a6c1d7e0e9f1c2b3a4d5e6f708192a3b4c5d6e7f8',
  version: 4,
} as const
const due = { dueAt, why: 'round' } as const
const digest: Digest = {
  link: 'https://huibao.haidong.example.gov.cn/rounds/haidong-2019/board?unit=630200',
  cameBack: [
    {
      name: '王海',
      email: 'wanghai.longname@minhe.example.gov.cn',
      units: [hualong.name],
      at: dueAt,
      because: '550 5.1.1 user unknown',
    },
  ],
  units: [
    { unit: 'a', name: ledu.name, stage: 'accepted', due, isUnreachable: false },
    { unit: 'b', name: ledu.name, stage: 'submitted', due, isUnreachable: false },
    {
      unit: 'c',
      name: hualong.name,
      stage: 'drafting',
      progress: { filled: 34, total: 179 },
      due: { dueAt: hualong.dueAt, why: 'extension' },
      muted: '已说明情况，2月5日前补报',
      contact: { name: '马海', phone: '0972-8712345' },
      isUnreachable: false,
    },
    { unit: 'd', name: { zh: '循化撒拉族自治县公安局', en: 'Xunhua County Bureau' }, due, isUnreachable: true },
  ],
}

const published: PublishedFacts = {
  edition: 1,
  at: instant('2020-02-10T09:00:00+08:00'),
  hash: '01e8bed2d68601e8bed2d68601e8bed2d68601e8bed2d68601e8bed2d6868c12',
  unitsIn: 6,
  unitsMissing: 1,
  figures: [
    {
      label: { zh: '行政处罚', en: 'Penalties' },
      now: { zh: '1517', en: '1517' },
      last: { zh: '1620', en: '1620' },
      growth: '-6.4%',
    },
    { label: { zh: '收到申请', en: 'Requests' }, now: { zh: '', en: '' } },
  ],
  notes: [{ zh: '逾期未报送：循化撒拉族自治县公安局。', en: 'Overdue and not in: Xunhua County Bureau.' }],
  changes: [],
  changeCount: 0,
}

interface Sample {
  readonly kind: LetterKind
  readonly at: Instant
  readonly role?: Role
  readonly units?: readonly LetterUnit[]
}
const at = (day: string) => instant(`2020-${day}T09:00:00+08:00`)
const reminder = (step: string, timing: ReminderTiming): LetterKind => ({ kind: 'reminder', step, timing })

/* A kind without a sample does not compile. */
const samplesOf = {
  opening: { opening: { kind: { kind: 'opening' }, at: at('01-02') } },
  reminder: {
    before7: { kind: reminder('before7', 'before'), at: at('01-15') },
    'before3-two-units': { kind: reminder('before3', 'before'), at: at('01-21'), units: [ledu, hualong] },
    dueDay: { kind: reminder('dueDay', 'dueDay'), at: at('01-31') },
    'overdue1-reporter': { kind: reminder('overdue1', 'overdue'), at: at('02-03') },
    'overdue1-leader': { kind: reminder('overdue1', 'overdue'), at: at('02-03'), role: 'leader' },
    'overdue3-coordinator': {
      kind: reminder('overdue3', 'overdue'),
      at: at('02-09'),
      role: 'coordinator',
      units: [ledu, hualong],
    },
  },
  digest: { digest: { kind: { kind: 'digest', day: localDate('2020-01-21') }, at: at('01-21'), role: 'coordinator' } },
  byHand: {
    byHand: { kind: { kind: 'byHand', by: '赵永明', note: '请优先完成表三。\n如有困难请来电。' }, at: at('01-20') },
  },
  receipt: {
    receipt: { kind: { kind: 'receipt', receipt }, at: at('01-15') },
    'receipt-on-behalf': {
      kind: { kind: 'receipt', receipt: { ...receipt, timeliness: 'late' }, onBehalf: '赵永明' },
      at: at('01-15'),
    },
  },
  sentBack: { sentBack: { kind: { kind: 'sentBack', correction }, at: at('01-20'), units: [toCorrect] } },
  reopened: { reopened: { kind: { kind: 'reopened', correction }, at: at('01-20'), units: [toCorrect] } },
  extended: {
    extended: {
      kind: { kind: 'extended', reason: '机房断电三天。', dueBefore: dueAt },
      at: at('01-20'),
      units: [hualong],
    },
  },
  reportBack: {
    reportBack: {
      kind: { kind: 'reportBack', reason: '乐都区两项与台账不一致，请核对。', by: '赵永明', sentBackAt: at('01-20') },
      at: at('01-20'),
      role: 'coordinator',
      units: [toCorrect],
    },
  },
  published: {
    published: { kind: { kind: 'published', published }, at: at('02-10'), role: 'leader' },
    'published-2': {
      kind: {
        kind: 'published',
        published: {
          ...published,
          edition: 2,
          changeCount: 23,
          changes: [
            {
              label: { zh: '行政处罚 · 处理决定数量', en: 'Penalties · decisions' },
              was: { zh: '1,517', en: '1,517' },
              is: { zh: '1,567', en: '1,567' },
            },
            { label: { zh: '一、总体情况', en: '1. Overview' } },
          ],
        },
      },
      at: at('03-02'),
      role: 'leader',
    },
  },
  test: { test: { kind: { kind: 'test', sample: { kind: 'opening' }, asOf: at('01-02') }, at: at('01-02') } },
} as const satisfies Readonly<Record<LetterKind['kind'], Readonly<Record<string, Sample>>>>

const letterOf = ({ kind, role = 'reporter', units = [ledu] }: Sample, language: Language): Letter => {
  const name = language === 'zh' ? '李文静' : 'Li Wenjing'
  const facts: LetterFacts = {
    key: 'key',
    round: 'haidong-2019',
    roundTitle:
      language === 'zh'
        ? '海东市公安局2019年度政府信息公开工作年度报告'
        : 'Annual report of 2019 on the disclosure of government information',
    year: 2019,
    to: { personId: 'p', name, email: 'li@example.cn', language, role },
    units,
    zone: 'Asia/Shanghai',
    createdAt: instant('2019-12-16T09:00:00+08:00'),
  }
  return { ...facts, ...kind }
}

const contextAt = (now: Instant): LetterContext => ({
  now,
  link: (round, unit) => `https://huibao.haidong.example.gov.cn/rounds/${round}/returns/${unit}`,
  page: (page, round, unit) => `https://huibao.haidong.example.gov.cn/rounds/${round}/${page}?unit=${unit}`,
  calendar: {
    id: 'test',
    isDayOff: (day) => (day >= '2020-01-24' && day <= '2020-02-02') || weekdayOf(day) >= 6,
    nameOf: (day) => (day >= '2020-01-24' && day <= '2020-02-02' ? '春节' : undefined),
    knows: () => true,
  },
  office: { zh: '海东市公安局', en: 'Haidong Public Security Bureau' },
  coordinator: { name: '赵永明', phone: '0972-8612345', email: 'zhaoyongming.disclosure@haidong.example.gov.cn' },
  statutory: false,
  demo: true,
  missing: {
    '630202': [
      { title: { zh: '三、收到和处理政府信息公开申请情况', en: '3. Requests received and handled' }, blankCells: 12 },
    ],
  },
  digest,
})

export interface WrittenSample extends WrittenLetter {
  readonly name: string
  readonly language: Language
}

export const writtenSamples: readonly WrittenSample[] = Object.values(samplesOf).flatMap((ofKind) =>
  Object.entries<Sample>(ofKind).flatMap(([name, sample]) =>
    (['zh', 'en'] as const).map((language) => ({
      name: `${name}-${language}`,
      language,
      ...writeLetter(letterOf(sample, language), contextAt(sample.at)),
    })),
  ),
)
