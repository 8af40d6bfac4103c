/*
 * Checks of the police supplement: it has no notice of its own, so the ones that every form has, and the overview of
 * the edition that it goes with, which names these figures (R11; 海东市公安局 2019 writes them so).
 */
import type { Check, Section } from '../form.ts'
import { words } from '../words.ts'
import { allAt, inputsOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'
import { agreesWith, type ReadFigure } from './text-agreement.ts'

const inquiries = { about: '咨询', notAbout: '申请|公开件' } as const
const publications = { about: '发布和转载|发布、转载|发布转载|发布及转载|转载和发布' } as const

const desks = ['sunshinePlatform', 'directorMailbox', 'complaints']
const websites = ['sunshinePlatform', 'wechat', 'website']

const figure = (
  id: string,
  label: ReadFigure['label'],
  rule: ReadFigure['rule'],
  [right, wrong]: readonly [string, string],
): ReadFigure => {
  const [cell = ''] = rule.readings[0] ?? []
  const [section = '', row = '', column = ''] = cell.split('.')
  const parts = section === 'inquiries' ? desks : websites
  const summed = row === 'total' ? parts : [row]
  const cells = () => ({
    ...allAt(
      summed.map((part) => `${section}.${part}.${column}`),
      0,
    ),
    [`${section}.${summed[0] ?? ''}.${column}`]: 74,
  })
  return { id, label, rule, cells, right, wrong }
}

const parts: readonly (readonly [string, string, string])[] = [
  ['inquiries.sunshinePlatform.received', '阳光警务(在线)?咨询平台', 'sunshine platform inquiries'],
  ['inquiries.directorMailbox.received', '局长信箱', 'director mailbox letters'],
  ['inquiries.complaints.received', '举报投诉', 'reports and complaints'],
]
const channels: readonly (readonly [string, string, string])[] = [
  ['publications.sunshinePlatform.published', '阳光警务平台', 'items on the sunshine platform'],
  ['publications.wechat.published', '微信(公众号)?', 'items on WeChat'],
  ['publications.website.published', '门户网站', 'items on the portal website'],
]
const plain = (phrase: string): string => phrase.replace(/\(.*?\)\?/g, '')

const figures: readonly ReadFigure[] = [
  figure(
    'inquiries.total.received',
    words('咨询及信访件数量', 'inquiries received'),
    {
      notAbout: '申请|公开件',
      phrases: ['收到…咨询(及|和|、)(信访|留言|来信)件?(共计|共)?#件'],
      readings: [['inquiries.total.received']],
    },
    ['共收到网站咨询及信访件74件。', '共收到网站咨询及信访件109件。'],
  ),
  ...parts.map(([cell, phrase, en]) =>
    figure(
      cell,
      words(`${plain(phrase)}收到数量`, en),
      { ...inquiries, phrases: [`${phrase}#件`], readings: [[cell]], inParts: true },
      [`收到咨询件若干，其中${plain(phrase)}74件。`, `收到咨询件若干，其中${plain(phrase)}75 件。`],
    ),
  ),
  figure(
    'publications.total.published',
    words('发布和转载信息数量', 'items published'),
    {
      phrases: [`(${publications.about})(各类)?(政务|警务)?信息(共计|共)?#条`],
      readings: [['publications.total.published']],
    },
    ['共对外发布和转载信息74条。', '共对外发布和转载信息1 514条。'],
  ),
  ...channels.map(([cell, phrase, en]) =>
    figure(
      cell,
      words(`${plain(phrase)}发布数量`, en),
      { ...publications, phrases: [`${phrase}#条`], readings: [[cell]], inParts: true },
      [`对外发布和转载信息若干，其中${plain(phrase)}74条。`, `对外发布和转载信息若干，其中${plain(phrase)}７５条。`],
    ),
  ),
]

/** All checks of the supplement. */
export const checksOfSupplement = (sections: readonly Section[]): readonly Check[] => [
  ...completenessChecks(sections),
  ...sections.flatMap((section) => {
    const cells = inputsOf(section)
    const [first] = cells
    if (section.kind !== 'matrix' || first === undefined) return []
    return [steadyCheck({ section, cells, hundred: { [first]: 100 }, threeHundred: { [first]: 300 } })]
  }),
  ...figures.map((one) => agreesWith(['overview.text'], one)),
  recountCheck('inquiries.sunshinePlatform.received'),
]
