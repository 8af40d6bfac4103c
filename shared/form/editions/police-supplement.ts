/*
 * The figures that the 2019 report of the city bureau gives in its narrative, collected as cells. A supplement
 * goes with an edition in a round and has no format notice of its own.
 */
import { once } from '../../once.ts'
import type { Form, Section } from '../form.ts'
import { words } from '../words.ts'
import { checksOfSupplement } from './checks-of-supplement.ts'

const sections: readonly Section[] = [
  {
    kind: 'matrix',
    id: 'inquiries',
    title: words('政务咨询办理情况', 'Public inquiries handled'),
    short: words('政务咨询', 'Inquiries'),
    layout: 'rows',
    rows: [
      {
        id: 'sunshinePlatform',
        label: words('阳光警务在线咨询平台', 'Sunshine policing online consultation platform'),
      },
      { id: 'directorMailbox', label: words('局长信箱', 'Director mailbox') },
      { id: 'complaints', label: words('举报投诉', 'Reports and complaints') },
      {
        id: 'total',
        label: words('合计', 'Total'),
        computed: { sumOf: ['sunshinePlatform', 'directorMailbox', 'complaints'] },
      },
    ],
    columns: [
      { id: 'received', label: words('收到', 'Received'), kind: 'count', measure: '件' },
      { id: 'answered', label: words('办结', 'Answered'), kind: 'count', measure: '件' },
      {
        id: 'answeredRate',
        label: words('办结率', 'Share answered'),
        kind: 'count',
        computed: { ratioOf: { numerator: 'answered', denominator: 'received' } },
      },
    ],
    rowGroups: [],
    columnGroups: [],
  },
  {
    kind: 'matrix',
    id: 'publications',
    title: words('信息发布情况', 'Information published'),
    short: words('信息发布', 'Publications'),
    layout: 'rows',
    rows: [
      { id: 'sunshinePlatform', label: words('阳光警务平台', 'Sunshine policing platform') },
      { id: 'wechat', label: words('微信', 'WeChat') },
      { id: 'website', label: words('门户网站', 'Portal website') },
      { id: 'total', label: words('合计', 'Total'), computed: { sumOf: ['sunshinePlatform', 'wechat', 'website'] } },
    ],
    columns: [{ id: 'published', label: words('发布和转载', 'Published and reposted'), kind: 'count', measure: '条' }],
    rowGroups: [],
    columnGroups: [],
  },
  {
    kind: 'list',
    id: 'accounts',
    title: words('政务新媒体账号', 'Official new-media accounts'),
    short: words('新媒体账号', 'Accounts'),
    columns: [
      { id: 'name', label: words('账号名称', 'Account name'), kind: 'text' },
      { id: 'platform', label: words('平台', 'Platform'), kind: 'text' },
      { id: 'supervised', label: words('是否纳入统筹管理', 'Under unified supervision'), kind: 'flag' },
    ],
  },
]

const checks = once(() => checksOfSupplement(sections))

export const policeSupplement: Form = {
  id: 'police-supplement',
  version: 1,
  title: words('公安机关政务公开补充统计', 'Police disclosure supplement'),
  sections,
  get checks() {
    return checks()
  },
}
