/* R11 on sentences of published reports: Pingtan 2021–2025, and others in their wording. Decision 0023. */
import { describe, expect, it } from 'vitest'
import type { Cells } from '../cells.ts'
import { runChecks } from '../checks.ts'
import { joinForms } from '../forms.ts'

const ogi2021 = joinForms(['ogi-2021'])
const applicants = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'otherOrganization']
const outcomes = ['upheld', 'corrected', 'other', 'pending']

/** A return whose rows have these totals, and 0 elsewhere. */
const totals = (rows: Readonly<Record<string, number>>): Cells => {
  const cells: Record<string, number> = {}
  for (const section of ogi2021.sections) {
    if (section.kind !== 'matrix') continue
    const columns = section.id === 'requests' ? applicants : outcomes
    for (const row of section.rows.filter(({ computed }) => computed === undefined))
      for (const [at, column] of columns.entries())
        cells[`${section.id}.${row.id}.${column}`] = at === 0 ? (rows[row.id] ?? 0) : 0
  }
  return { ...cells, 'proactive.normativeDocuments.inForce': rows['inForce'] ?? 0 }
}

const found = (text: string, rows: Readonly<Record<string, number>>, year = 2022) =>
  runChecks(ogi2021, { cells: { ...totals(rows), 'overview.text': text }, year, only: ['own'] })
    .filter(({ ruleId }) => ruleId === 'R11')
    .map(({ check, left, right }) => `${check.slice(4)} ${left}≠${right}`)

describe('numbers in the text against the tables', () => {
  it('finds the mistakes that were published', () => {
    const pingtan2022 = { received: 74, carriedIn: 1, granted: 75 }
    expect(
      found('2022年，全区收到政府信息公开申请75件，涉及自然人72件、商业企业3件，均在法定期限内予以答复。', pingtan2022),
    ).toEqual(['received 75≠74'])
    expect(found('集中发布现行有效行政规范性文件393件，动态更新本年度制发的规范性文件。', { inForce: 470 })).toEqual([
      'normativeDocuments.inForce 393≠470',
    ])
    const suqian = { reconsideration: 170, directSuit: 70, suitAfterReconsideration: 7 }
    expect(found('因政府信息公开被申请行政复议134件、被提起行政诉讼57件。', suqian)).toEqual([
      'reconsideration 134≠170',
      'suits 57≠77',
    ])
    expect(
      found('2022年，受理政府信息公开申请17件，均已在法定期限内予以答复。', { received: 95, granted: 95 }),
    ).toEqual(['received 17≠95'])
  })

  it('is silent where text and tables agree', () => {
    const rows = { received: 70, granted: 69, carriedOut: 1 }
    expect(found('本年度全区共收到70件政府信息公开申请，依法依规办结69件，1件结转下年度继续办理。', rows)).toEqual([])
    expect(
      found('全区共收到政府信息公开申请154件，共办结148件，结转至2023年6件。', {
        received: 154,
        granted: 148,
        carriedOut: 6,
      }),
    ).toEqual([])
  })

  it('says when new applications and those carried over were added up', () => {
    const cells = {
      ...totals({ received: 74, carriedIn: 1, granted: 75 }),
      'overview.text': '收到政府信息公开申请75件。',
    }
    const finding = runChecks(ogi2021, { cells, only: ['own'] }).find(({ ruleId }) => ruleId === 'R11')
    expect(finding?.message.zh).toContain('75 是「一、本年新收政府信息公开申请数量 · 总计」加「二、上年结转')
  })

  it.each([
    ['full-width digits', '收到政府信息公开申请７５件。'],
    ['Chinese numerals', '收到政府信息公开申请七十五件。'],
    ['spaces', '收到 政府信息公开申请 75 件。'],
    ['line ends', '收到政府信息\n公开申请\n75\n件。'],
    ['half-width commas', '办好公开件,收到政府信息公开申请75件,均已答复.'],
    ['another measure', '收到政府信息公开申请75起。'],
  ])('reads %s', (_name, text) => {
    expect(found(text, { received: 74, granted: 74 })).toEqual(['received 75≠74'])
  })

  it('reads thousands with separators', () => {
    const rows = { received: 1514, granted: 1514 }
    for (const figure of ['1,515', '1，515', '1 515', '1515']) {
      expect(found(`收到政府信息公开申请${figure}件。`, rows)).toEqual(['received 1515≠1514'])
    }
  })

  it.each([
    ['last year', '去年共收到政府信息公开申请75件。'],
    ['a named other year', '2021年，收到政府信息公开申请75件。'],
    ['the end of another year', '截至2021年12月31日，收到政府信息公开申请75件。'],
    ['a growth', '收到政府信息公开申请同比增长75件。'],
    ['an increase', '收到同比增加的政府信息公开申请75件。'],
    ['an average', '收到每月平均的政府信息公开申请75件。'],
    ['a rough number', '收到政府信息公开申请75余件。'],
    ['about so many', '收到政府信息公开申请近75件。'],
    ['a part', '收到依申请公开事项若干，其中网上收到政府信息公开申请75件。'],
    ['half a year', '上半年收到政府信息公开申请75件。'],
    ['two numbers that ran together', '收到政府信息公开申请 7 5 件。'],
    ['persons', '收到政府信息公开申请75件次。'],
    ['something else', '收到群众诉求75件，答复75件。'],
    ['licences', '依申请公开工作有序。全年受理许可申请75件，共办结75件。'],
    ['both kinds of cases together', '政府信息公开行政复议、行政诉讼共75件。'],
    ['other reconsiderations', '政府信息公开工作平稳，办理行政处罚行政复议75件。'],
    ['application forms', '政府信息公开申请方面，收到75件申请书。'],
  ])('passes over %s', (_name, text) => {
    expect(found(text, { received: 74, granted: 74, reconsideration: 1 })).toEqual([])
  })

  it('takes this year where the year before is only compared with', () => {
    expect(found('2022年收到信息公开申请22起，比2021年（31起）下降29%。', { received: 23, granted: 23 })).toEqual([
      'received 22≠23',
    ])
    expect(found('与去年相比，收到政府信息公开申请22起。', { received: 23, granted: 23 })).toEqual(['received 22≠23'])
  })

  it('does not know whose a number beside a year is when the report year is not given', () => {
    const cells = { ...totals({ received: 74 }), 'overview.text': '2022年收到政府信息公开申请75件。' }
    expect(runChecks(ogi2021, { cells, only: ['own'] }).filter(({ ruleId }) => ruleId === 'R11')).toEqual([])
  })

  it('reads "none" as zero', () => {
    expect(found('2022年未收到政府信息公开申请。', { received: 3, granted: 3 })).toEqual(['received 0≠3'])
    expect(found('未发生因政府信息公开引起的行政复议和行政诉讼。', { directSuit: 4 })).toEqual(['suits 0≠4'])
    expect(found('政府信息公开工作规范，未发生行政复议被纠错的情况。', { reconsideration: 4 })).toEqual([])
  })

  it('takes several numbers for parts when one of them or their sum fits', () => {
    const text = '甲单位收到政府信息公开申请30件。乙单位收到政府信息公开申请44件。'
    expect(found(text, { received: 74, granted: 74 })).toEqual([])
    expect(found(text, { received: 75, granted: 75 })).toEqual(['received 30≠75', 'received 44≠75'])
  })

  it('waits while the tables are blank', () => {
    const cells = { 'overview.text': '收到政府信息公开申请75件。' }
    expect(runChecks(ogi2021, { cells }).filter(({ ruleId }) => ruleId === 'R11')).toEqual([])
  })

  it('reads the sentences of the city bureau’s report of 2019 against the supplement', () => {
    const form = joinForms(['ogi-2019', 'police-supplement'])
    const text =
      '截至目前，共收到网站咨询及信访件 109 件，其中阳光警务在线咨询平台 74 件，局长信箱 16 件，举报投诉 19 件。\n' +
      '截至目前，共对外发布和转载信息 1514 条，其中阳光警务平台 820 条，微信 497 条，门户网站 197 条。'
    const cells = {
      'inquiries.sunshinePlatform.received': 74,
      'inquiries.directorMailbox.received': 16,
      'inquiries.complaints.received': 19,
      'publications.sunshinePlatform.published': 820,
      'publications.wechat.published': 497,
      'publications.website.published': 197,
      'overview.text': text,
    }
    const run = (changes: Cells) =>
      runChecks(form, { cells: { ...cells, ...changes }, year: 2019 })
        .filter(({ ruleId }) => ruleId === 'R11')
        .map(({ check }) => check.slice(4))
    expect(run({})).toEqual([])
    expect(run({ 'inquiries.directorMailbox.received': 17 })).toEqual([
      'inquiries.total.received',
      'inquiries.directorMailbox.received',
    ])
    expect(run({ 'publications.wechat.published': 479 })).toEqual([
      'publications.total.published',
      'publications.wechat.published',
    ])
  })
})

describe('where a number in the text is shown', () => {
  const text = '  一、概述。\n2022年，\t收到政府信息公开申请　75 件；均已答复。以下略'
  const at = (overview: string, rows: Readonly<Record<string, number>>) =>
    runChecks(ogi2021, { cells: { ...totals(rows), 'overview.text': overview }, year: 2022, only: ['own'] }).find(
      ({ ruleId }) => ruleId === 'R11',
    )

  it('is its sentence in the text as typed', () => {
    const [passage] = at(text, { received: 74, granted: 74 })?.passages ?? []
    expect(passage?.cell).toBe('overview.text')
    expect(text.slice(passage?.start, passage?.end)).toBe('2022年，\t收到政府信息公开申请　75 件；')
  })

  it('gives one finding for a number that stands twice, with both sentences', () => {
    const twice = `${text}\n收到政府信息公开申请75件。`
    expect(at(twice, { received: 74, granted: 74 })?.passages).toHaveLength(2)
  })

  it('keeps the key while the rest of the text changes, and not when the number or the table does', () => {
    const key = at(text, { received: 74, granted: 74 })?.key
    expect(key).toBeDefined()
    expect(at(`开头。${text}结尾。`, { received: 74, granted: 74 })?.key).toBe(key)
    expect(at(text.replace('75', '76'), { received: 74, granted: 74 })?.key).not.toBe(key)
    expect(at(text, { received: 73, granted: 73 })?.key).not.toBe(key)
  })
})
