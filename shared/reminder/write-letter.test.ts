import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '../round/calendar.ts'
import { type Instant, instant, localDate, weekdayOf } from '../time.ts'
import type { Language } from '../unit/unit.ts'
import type { DigestUnit } from './digest.ts'
import type { ClockKind, Letter, LetterFacts, LetterKind, LetterUnit, PublishedFacts } from './letter.ts'
import type { LetterContext } from './letter-context.ts'
import { writeLetter } from './write-letter.ts'

const dueAt = instant('2020-02-01T00:00:00+08:00')
const calendar: WorkingCalendar = {
  id: 'test',
  isDayOff: (d) => (d >= '2020-01-24' && d <= '2020-02-02') || (weekdayOf(d) >= 6 && d !== '2020-01-19'),
  nameOf: (d) => (d >= '2020-01-24' && d <= '2020-02-02' ? '春节' : undefined),
  knows: (year) => year <= 2020,
}
const ledu: LetterUnit = { unit: '630202', name: { zh: '乐都分局', en: 'Ledu' }, dueAt, dueWhy: 'round' }
const hualong: LetterUnit = { unit: '630224', name: { zh: '化隆县局', en: 'Hualong' }, dueAt, dueWhy: 'round' }

const opening: ClockKind = { kind: 'opening' }
const before: LetterKind = { kind: 'reminder', step: 'before3', timing: 'before' }
const dueDay: ClockKind = { kind: 'reminder', step: 'dueDay', timing: 'dueDay' }
const overdue: ClockKind = { kind: 'reminder', step: 'overdue3', timing: 'overdue' }
const correction = { reason: '表三合计不符', revision: 1, at: dueAt, commentCount: 2 }
const receipt: LetterKind = {
  kind: 'receipt',
  receipt: {
    number: 'haidong-2019-630202-1',
    revision: 1,
    submittedAt: instant('2020-01-15T10:21:00+08:00'),
    dueAt,
    timeliness: 'onTime',
    hash: 'c0ffee',
    version: 4,
  },
}
const byHand: LetterKind = { kind: 'byHand', by: '赵永明', note: '请优先完成表三。\n<b>谢谢</b>\u202E\u0007' }
const digestKind: LetterKind = { kind: 'digest', day: localDate('2020-01-21') }
const published: PublishedFacts = {
  edition: 2,
  at: instant('2020-02-10T09:00:00+08:00'),
  hash: 'c0ffee',
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
  notes: [{ zh: '逾期未报送：<循化>。', en: 'Overdue and not in: <Xunhua>.' }],
  changes: [
    { label: { zh: '处理决定', en: 'Decisions' }, was: { zh: '1517', en: '1517' }, is: { zh: '', en: '' } },
    { label: { zh: '一、总体情况', en: '1. Overview' } },
  ],
  changeCount: 23,
}
const reportBack: LetterKind = {
  kind: 'reportBack',
  reason: '乐都区两项与台账不一致。',
  by: '赵永明',
  sentBackAt: instant('2020-01-20T09:00:00+08:00'),
}
const allKinds: readonly LetterKind[] = [
  opening,
  byHand,
  { kind: 'test', sample: dueDay, asOf: instant('2020-01-31T09:00:00+08:00') },
  before,
  dueDay,
  overdue,
  receipt,
  { kind: 'sentBack', correction },
  { kind: 'reopened', correction },
  { kind: 'extended', reason: '断网', dueBefore: instant('2020-01-21T00:00:00+08:00') },
  reportBack,
  { kind: 'published', published },
]

const letter = (kind: LetterKind, change: Partial<LetterFacts> = {}, language: Language = 'zh'): Letter => ({
  key: 'key',
  round: 'haidong-2019',
  roundTitle: '2019年度报告',
  year: 2019,
  to: { personId: 'p', name: '李文静', email: 'p@example.cn', language, role: 'reporter' },
  units: [ledu],
  zone: 'Asia/Shanghai',
  createdAt: instant('2019-12-16T09:00:00+08:00'),
  ...change,
  ...kind,
})
const context = (change: Partial<LetterContext> = {}): LetterContext => ({
  now: instant('2020-01-21T09:00:00+08:00'),
  link: (round, unit) => `https://huibao.example/rounds/${round}/returns/${unit}`,
  page: (page, round, unit) => `https://huibao.example/rounds/${round}/${page}?unit=${unit}`,
  calendar,
  office: { zh: '海东市公安局办公室', en: 'Haidong office' },
  coordinator: { name: '赵永明', phone: '0972-8612345', email: 'zhao@example.cn' },
  statutory: false,
  ...change,
})
const text = (kind: LetterKind, change: Partial<LetterContext> = {}, facts: Partial<LetterFacts> = {}) =>
  writeLetter(letter(kind, facts), context(change)).text
const units: readonly DigestUnit[] = [
  { unit: 'a', name: { zh: '甲县局', en: 'A' }, stage: 'accepted', due: { dueAt, why: 'round' }, isUnreachable: false },
  {
    unit: 'b',
    name: { zh: '乙县局', en: 'B' },
    stage: 'submitted',
    due: { dueAt, why: 'round' },
    isUnreachable: false,
  },
  {
    unit: 'c',
    name: { zh: '丙县局', en: 'C' },
    stage: 'drafting',
    progress: { filled: 34, total: 179 },
    due: { dueAt: instant('2020-02-06T00:00:00+08:00'), why: 'extension' },
    muted: '已说明情况',
    contact: { name: '王海', phone: '0972-1' },
    isUnreachable: false,
  },
  { unit: 'd', name: { zh: '丁县局', en: 'D' }, due: { dueAt, why: 'round' }, isUnreachable: true },
]
const cameBack = [
  { name: '王<海', email: 'w@e.cn', units: [{ zh: '丙县局', en: 'C' }], at: dueAt, because: '550 unknown' },
]
const earlier = instant('2020-01-21T00:00:00+08:00')
const digest = { units, cameBack, link: 'https://huibao.example/rounds/haidong-2019?unit=city' }
const positions = (of: string, ...parts: readonly string[]) => parts.map((part) => of.indexOf(part))

describe('any letter', () => {
  const all = allKinds.flatMap((kind) =>
    (['zh', 'en'] as const).map((language) => writeLetter(letter(kind, {}, language), context())),
  )
  it('names the unit, links to its return or report and says whom to ask, in text and HTML', () => {
    for (const { text: plain, html } of all)
      for (const part of [plain, html]) {
        expect(part).toMatch(/乐都分局|Ledu/)
        expect(part).toMatch(
          /https:\/\/huibao\.example\/rounds\/haidong-2019\/(returns\/|(report|summary)\?unit=)630202/,
        )
        expect(part).toContain('0972-8612345')
      }
  })
  it('has no exclamation mark and no blank left unfilled', () => {
    for (const { subject, text: plain } of all) expect(`${subject}${plain}`).not.toMatch(/[!！]|undefined|NaN|\[object/)
  })
  it('is all Chinese or all English', () => {
    for (const kind of allKinds) {
      const english = writeLetter(
        letter(kind, {
          roundTitle: 'Report',
          to: { personId: 'p', name: 'Li', email: 'p@e.cn', language: 'en', role: 'reporter' },
        }),
        context({ coordinator: undefined }),
      )
      const own = ['乐都区两项与台账不一致。', correction.reason, '断网', '赵永明', '请优先完成表三。', '谢谢']
      const said = own.reduce((left, one) => left.replaceAll(one, ''), english.subject + english.text)
      expect(said).not.toMatch(/\p{Script=Han}/u)
    }
  })
  it('escapes what people wrote', () => {
    const { html } = writeLetter(
      letter(before, { roundTitle: '<img src=x onerror=alert(1)>"&\'' }),
      context({ coordinator: { name: '<b>', email: 'z@e.cn' } }),
    )
    expect(html).not.toMatch(/<img|<b>/)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;&#39;')
  })
  it('loads nothing from anywhere', () => {
    for (const { html } of all) expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/)
  })
  it('keeps its subject on one line', () => {
    const { subject } = writeLetter(letter(before, { roundTitle: '报告\r\nBcc: x@y.z\u2028' }), context())
    expect(subject).not.toMatch(/[\r\n\u2028]/)
  })
})

describe('a reminder', () => {
  it('says what, by when, how long is left, what is missing, where and whom to ask, in this order', () => {
    const missing = { '630202': [{ title: { zh: '三、申请情况', en: '3' }, blankCells: 12 }] }
    const order = positions(
      text(before, { missing }),
      '“2019年度报告”待乐都分局报送。',
      '请于2020年1月31日（星期五）24:00（北京时间）前完成填报并提交。',
      '剩余时间：还有 3 个工作日',
      '三、申请情况：还有 12 格未填',
      'https://huibao.example/',
      '赵永明',
    )
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
  it('tells not started from filled in but not submitted', () => {
    expect(text(before, { missing: {} })).toContain('尚未开始填报')
    expect(text(before, { missing: { '630202': [] } })).toContain('各项已填齐，尚未提交')
  })
  it('says that the due day is a day off, and no longer when it has passed', () => {
    const note = '2020年1月31日（星期五）是休息日（春节），截止时间不顺延'
    expect(text(before)).toContain(note)
    expect(text(overdue, { now: instant('2020-02-03T09:00:00+08:00') })).not.toContain(note)
  })
  it('says that the holidays of a year are not published', () => {
    const units = [{ ...ledu, dueAt: instant('2021-02-01T00:00:00+08:00') }]
    expect(text(before, {}, { units })).toContain('2021年的节假日安排尚未公布')
  })
  it('on the day itself names the hour', () => {
    expect(writeLetter(letter(dueDay), context({ now: instant('2020-01-31T09:00:00+08:00') })).subject).toBe(
      '待报送（今天24:00截止）：2019年度报告（乐都分局）',
    )
  })
  it('stays courteous when overdue', () => {
    const said = text(overdue, { now: instant('2020-02-03T09:00:00+08:00') })
    expect(said).toContain('请尽快完成填报并提交。逾期将纳入考核通报；如确有困难，请及时与联系人沟通。')
    expect(said).toContain('逾期情况：已逾期 3 天')
  })
  it('asks those who lead or coordinate to see to it, and not to fill in', () => {
    const as = (role: 'leader' | 'coordinator') => {
      const to = { personId: 'p', name: '马建国', email: 'p@example.cn', language: 'zh', role } as const
      return text(overdue, { now: instant('2020-02-03T09:00:00+08:00') }, { to })
    }
    expect(as('leader')).toContain('请予督促，尽快完成填报并提交。')
    expect(as('coordinator')).toContain('请督促有关单位尽快完成填报并提交。')
    for (const said of [as('leader'), as('coordinator')]) {
      expect(said).toContain('查看报表')
      expect(said).not.toMatch(/请尽快完成填报|请填 0|打开填报页面/)
    }
    expect(as('coordinator')).not.toContain('如有疑问')
  })
  it('lists several units, each with its due moment and link', () => {
    const moved = { ...hualong, dueAt: instant('2020-02-06T00:00:00+08:00'), dueWhy: 'extension' as const }
    const said = text(before, {}, { units: [ledu, moved] })
    expect(said).toContain('待乐都分局、化隆县局报送')
    expect(said).toContain('请按下列各单位的截止时间完成填报并提交。')
    expect(said).toContain('延期后截止时间：2020年2月5日（星期三）24:00')
    expect(said.match(/https:/g)).toHaveLength(2)
  })
  it('names the office where there is no coordinator', () => {
    expect(text(before, { coordinator: undefined })).toContain('如有疑问，请联系海东市公安局办公室。')
  })
})

describe('a collection that is not the statutory filing', () => {
  it('says so in every letter, and a statutory one does not', () => {
    for (const kind of allKinds) {
      expect(text(kind)).toContain('内部汇总，不代替向本级政府的法定报送')
      expect(text(kind, { statutory: true })).not.toContain('不代替')
    }
  })
})

describe('a demonstration', () => {
  it('says so on top', () => {
    expect(text(before, { demo: true })).toMatch(/^\[演示数据/)
    expect(text(before)).not.toContain('演示')
  })
})

describe('an opening notice', () => {
  const written = (at: Instant = dueAt) =>
    writeLetter(letter(opening, { units: [{ ...ledu, dueAt: at }, hualong] }), context())
  it('carries a calendar entry for each unit, other letters none', () => {
    expect(written().ics?.map(({ uid }) => uid)).toEqual(['haidong-2019.630202', 'haidong-2019.630224'])
    expect(allKinds.slice(1).filter((kind) => writeLetter(letter(kind), context()).ics !== undefined)).toEqual([])
  })
  it('rings on the last working day before and on the due day', () => {
    expect(written().ics?.[0]?.alarms).toEqual(['2020-01-23T01:00:00.000Z', '2020-01-31T01:00:00.000Z'])
  })
  it('does not ring after a due moment in the morning', () => {
    expect(written(instant('2020-01-21T08:30:00+08:00')).ics?.[0]?.alarms).toEqual(['2020-01-20T01:00:00.000Z'])
  })
  it('hints at the nil return', () => {
    expect(text(opening)).toContain('零报告')
  })
})

describe('a receipt', () => {
  it('prints number, moment, timeliness and hash, and asks for nothing', () => {
    const said = text(receipt)
    for (const part of ['haidong-2019-630202-1', '2020年1月15日（星期三）10:21', '按时报送', 'c0ffee'])
      expect(said).toContain(part)
    expect(said).not.toMatch(/剩余时间|不顺延|零报告/)
  })
})

describe('a sent-back letter', () => {
  it('gives the reason, counts the comments and names the new due moment', () => {
    const units = [{ ...ledu, dueAt: instant('2020-01-23T00:00:00+08:00'), dueWhy: 'correction' as const }]
    const said = text({ kind: 'sentBack', correction }, {}, { units })
    for (const part of ['原因：表三合计不符', '批注：2 处', '修改截止时间：2020年1月22日（星期三）24:00'])
      expect(said).toContain(part)
  })
})

describe('a letter by hand', () => {
  it('has the words of the coordinator under their name, set in, and nothing that is not text', () => {
    const { text: plain, html } = writeLetter(letter(byHand), context())
    expect(plain).toContain('赵永明附言：\n  请优先完成表三。\n  <b>谢谢</b>\n')
    expect(html).toContain('请优先完成表三。<br>&lt;b&gt;谢谢&lt;/b&gt;</p>')
    for (const strange of ['<b>', '\u202E', '\u0007']) expect(html).not.toContain(strange)
  })
  it('says nothing of a note where there is none', () => {
    const note = (said: string | undefined) => text({ kind: 'byHand', by: '赵永明', note: said })
    for (const said of [undefined, ' \n ']) expect(note(said)).not.toContain('附言')
  })
  it('asks before the due moment and speaks of overdue after it', () => {
    const subject = (now: string) => writeLetter(letter(byHand), context({ now: instant(now) })).subject
    expect(subject('2020-01-31T23:59:59+08:00')).toMatch(/^请抓紧报送（今天24:00截止）/)
    expect(subject('2020-02-01T00:00:00+08:00')).toMatch(/^逾期未报送（已逾期 1 天）/)
  })
})

describe('a digest', () => {
  const written = writeLetter(letter(digestKind), context({ digest }))
  it('says how many are in, who is missing and how they stand, whom to ring up, and where to look', () => {
    expect(written.subject).toMatch(/^报送进度（2020年1月21日，已报送 2\/4）/)
    expect(written.text).toContain('应报送单位 4 个，已报送 2 个，未报送 2 个。')
    for (const part of [
      '审核通过：1 个单位',
      '待审核：1 个单位',
      '其中已延期：1 个单位',
      '丙县局\n    填报中，已填 34/179，已延期至2020年2月5日（星期三）24:00\n    已暂停提醒：已说明情况\n    王海 0972-1',
      '丁县局\n    未开始\n    无人可联系',
      digest.link,
    ])
      expect(written.text).toContain(part)
    expect(written.text).not.toContain('甲县局')
  })
  it('names what came back and in whose words, and escapes it', () => {
    expect(written.text).toContain('王<海 w@e.cn\n    丙县局\n    550 unknown')
    expect(written.html).toContain('王&lt;海 w@e.cn')
  })
  it('marks who is overdue, and lists them first', () => {
    const late = {
      ...digest,
      units: units.map((one) =>
        one.unit === 'd' ? { ...one, due: { dueAt: earlier, why: 'correction' as const } } : one,
      ),
    }
    const { text: plain } = writeLetter(letter(digestKind), context({ digest: late }))
    expect(plain).toContain('其中已逾期：1 个单位')
    expect(plain).toContain('已逾期 1 天，未开始')
    const [first, second] = positions(plain.slice(plain.indexOf('■ 未报送单位')), '丁县局', '丙县局')
    expect(first).toBeLessThan(second ?? 0)
  })
  it('stays a letter where hundreds are missing', () => {
    const many = Array.from(
      { length: 300 },
      (_, i) => ({ ...units[3], unit: `u${i}`, name: { zh: `第${i}局`, en: `${i}` } }) as DigestUnit,
    )
    const { text: plain } = writeLetter(letter(digestKind), context({ digest: { ...digest, units: many } }))
    expect(plain).toContain('另有 240 个单位，请在进度页面查看。')
  })
  it('says that all are in, and is not written without what it tells', () => {
    const all = { ...digest, units: units.slice(0, 2) }
    expect(writeLetter(letter(digestKind), context({ digest: all })).text).toContain('已全部报送')
    expect(() => writeLetter(letter(digestKind), context())).toThrow(RangeError)
  })
  it('is all English for who reads English', () => {
    const facts = {
      roundTitle: 'Report',
      to: { personId: 'p', name: 'Li', email: 'p@e.cn', language: 'en', role: 'coordinator' } as const,
    }
    const said = writeLetter(letter(digestKind, facts), context({ digest }))
    const own = ['王<海', '王海', '已说明情况']
    expect(own.reduce((left, one) => left.replaceAll(one, ''), said.subject + said.text)).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('a test letter', () => {
  const sample: LetterKind = { kind: 'test', sample: overdue, asOf: instant('2020-02-04T09:00:00+08:00') }
  it('says so in its subject and on top, and is written as of the moment of its step', () => {
    const { subject, text: plain, html } = writeLetter(letter(sample), context())
    expect(subject).toMatch(/^【测试】逾期未报送（已逾期 4 天）/)
    expect(plain).toMatch(/^\[测试信件：/)
    expect(html).toContain('测试信件：')
  })
  it('of an opening notice brings an entry that does not take the place of the real one', () => {
    const uidOf = (kind: LetterKind) => writeLetter(letter(kind), context()).ics?.map(({ uid }) => uid)
    const test: LetterKind = { kind: 'test', sample: opening, asOf: dueAt }
    expect([uidOf(opening), uidOf(test)]).toEqual([['haidong-2019.630202'], ['haidong-2019.630202.test']])
  })
})

describe('the news of a published report', () => {
  const news = (edition: number, change: Partial<PublishedFacts> = {}) =>
    text({ kind: 'published', published: { ...published, edition, ...change } })

  it('has the summary in its body, and leads to the page of it', () => {
    const said = news(1, { changes: [], changeCount: 0 })
    expect(said).toContain('已发布，摘要如下，全文见附件。')
    expect(said).toContain('已汇总单位：6 个，共 7 个')
    expect(said).toContain('行政处罚：1517（上年 1620，下降 6.4%）')
    expect(said).toContain('收到申请：（空）')
    expect(said).toContain('逾期未报送：<循化>。')
    expect(said).toContain('/rounds/haidong-2019/summary?unit=')
    expect(said).not.toContain('本版改动')
    expect(said).not.toContain('截止时间')
  })

  it('says of a correction what has changed, and how much more', () => {
    const said = news(2)
    expect(said).toContain('现发布第 2 版')
    expect(said).toContain('处理决定\n    1517 → （空）')
    expect(said).toContain('一、总体情况\n    文字有改动')
    expect(said).toContain('另有 21 处改动')
  })

  it('is escaped in HTML, and whole in English', () => {
    const html = writeLetter(letter({ kind: 'published', published }), context()).html
    expect(html).toContain('&lt;循化&gt;')
    const english = writeLetter(letter({ kind: 'published', published }, {}, 'en'), context())
    expect(english.subject).toContain('Edition 2 published')
    expect(english.text).toContain('Penalties: 1517 (last year 1620, -6.4%)')
    expect(english.text).not.toMatch(/[\u4e00-\u9fff]{2}行政/)
  })
})

describe('a letter about a report that came back', () => {
  it('says why and by when, and leads to the report', () => {
    const said = text(reportBack)
    expect(said).toContain('经赵永明审核需要修改，现予退回')
    expect(said).toContain('原因：乐都区两项与台账不一致。')
    expect(said).toContain('/rounds/haidong-2019/report?unit=')
  })
})
