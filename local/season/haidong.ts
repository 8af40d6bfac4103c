/*
 * The Haidong season as data: seven units, a cast of made-up people, and the figures that the city bureau published
 * for 2019 (海东市公安局2019年度政府信息公开工作年度报告). Codes: GB/T 2260, 630200. The addresses lead nowhere.
 */
import type { Cells } from '../../shared/form/cells.ts'
import type { Role, Unit } from '../../shared/unit/unit.ts'

const county = (id: string, zh: string, short: string, en: string, shortEn: string): Unit => ({
  id,
  name: { zh, en },
  shortName: { zh: short, en: shortEn },
  parent: '630200',
  path: ['630200', id],
  hasBelow: false,
})

export const city: Unit = {
  id: '630200',
  name: { zh: '海东市公安局', en: 'Haidong Public Security Bureau' },
  shortName: { zh: '市局', en: 'City bureau' },
  scope: {
    own: { zh: '市局本级', en: 'City bureau, own figures' },
    whole: { zh: '全市（含县区）', en: 'Whole city, counties included' },
  },
  path: ['630200'],
  hasBelow: true,
}

/** 乐 in 乐都 is read Lè. Whether the districts are 分局 was not verified: names are data. */
export const counties: readonly Unit[] = [
  county('630202', '海东市公安局乐都分局', '乐都', 'Ledu District Public Security Bureau', 'Ledu'),
  county('630203', '海东市公安局平安分局', '平安', 'Ping’an District Public Security Bureau', 'Ping’an'),
  county('630222', '民和回族土族自治县公安局', '民和', 'Minhe County Public Security Bureau', 'Minhe'),
  county('630223', '互助土族自治县公安局', '互助', 'Huzhu County Public Security Bureau', 'Huzhu'),
  county('630224', '化隆回族自治县公安局', '化隆', 'Hualong County Public Security Bureau', 'Hualong'),
  county('630225', '循化撒拉族自治县公安局', '循化', 'Xunhua County Public Security Bureau', 'Xunhua'),
]

export interface CastMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly role: Role
  readonly unit: string
}

const member = (id: string, name: string, role: Role, unit: string, n: number): CastMember => ({
  id,
  name,
  email: `${id}@haidong.example`,
  phone: `0972-860${String(1000 + n)}`,
  role,
  unit,
})

/** Made-up people. 平安 has two clerks who type at once. */
export const cast: readonly CastMember[] = [
  member('coordinator', '韩雪梅', 'coordinator', '630200', 1),
  member('leader', '马建国', 'leader', '630200', 2),
  member('city', '祁永红', 'reporter', '630200', 3),
  member('ledu', '李生莲', 'reporter', '630202', 11),
  member('ledu-leader', '张海峰', 'leader', '630202', 12),
  member('pingan', '王占秀', 'reporter', '630203', 21),
  member('pingan-2', '赵文斌', 'reporter', '630203', 22),
  member('pingan-leader', '冶成林', 'leader', '630203', 23),
  member('minhe', '马晓燕', 'reporter', '630222', 31),
  member('minhe-leader', '吕志强', 'leader', '630222', 32),
  member('huzhu', '东主才让', 'reporter', '630223', 41),
  member('huzhu-leader', '麻宝玉', 'leader', '630223', 42),
  member('hualong', '马忠义', 'reporter', '630224', 51),
  member('hualong-leader', '卡毛草', 'leader', '630224', 52),
  member('xunhua', '韩德福', 'reporter', '630225', 61),
  member('xunhua-leader', '何玉兰', 'leader', '630225', 62),
]

/**
 * What the city published, cell by cell. Every cell that the published tables leave blank is not here: the units of
 * the season fill explicit zeros there, so that the season's city table shows 0 where the published one shows nothing.
 * 办结 of the inquiries was published as 「95%以上」 only and is drawn.
 */
export const published: Cells = {
  'proactive.penalties.itemsLastYear': 60,
  'proactive.penalties.change': -17,
  'proactive.penalties.decisions': 43,
  'proactive.coercion.itemsLastYear': 15,
  'proactive.coercion.change': -7,
  'proactive.coercion.decisions': 8,
  'disputes.directSuit.upheld': 2,
  'disputes.directSuit.corrected': 2,
  'inquiries.sunshinePlatform.received': 74,
  'inquiries.directorMailbox.received': 16,
  'inquiries.complaints.received': 19,
  'publications.sunshinePlatform.published': 820,
  'publications.wechat.published': 497,
  'publications.website.published': 197,
}

/** Totals that the city published and that must come out of the units' returns. */
export const publishedTotals: Cells = {
  'disputes.directSuit.total': 4,
  'inquiries.total.received': 109,
  'publications.total.published': 1514,
}
