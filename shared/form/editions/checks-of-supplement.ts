/*
 * Checks of the police supplement: it has no notice of its own, so the ones that every form has, and the overview of
 * the edition that it goes with, which names these figures (R11; 海东市公安局 2019 writes them so).
 */
import type { Address, Check, Phrase, Section } from '../form.ts'
import { inputsOf } from './check-parts.ts'
import { completenessChecks, recountCheck, steadyCheck } from './common-checks.ts'
import { agreesWith, type ReadFigure } from './text-agreement.ts'

const publications: Phrase = '发布和转载|发布、转载|发布转载|发布及转载|转载和发布'

const inquiriesVia = (cell: Address, phrase: Phrase): ReadFigure => ({
  id: cell,
  about: '咨询',
  notAbout: '申请|公开件',
  phrases: [`${phrase}#件`],
  readings: [[cell]],
  inParts: true,
})

const publishedVia = (cell: Address, phrase: Phrase): ReadFigure => ({
  id: cell,
  about: publications,
  phrases: [`${phrase}#条`],
  readings: [[cell]],
  inParts: true,
})

const figures: readonly ReadFigure[] = [
  {
    id: 'inquiries.total.received',
    notAbout: '申请|公开件',
    phrases: ['收到…咨询(及|和|、)(信访|留言|来信)件?(共计|共)?#件'],
    readings: [['inquiries.total.received']],
  },
  inquiriesVia('inquiries.sunshinePlatform.received', '阳光警务(在线)?咨询平台'),
  inquiriesVia('inquiries.directorMailbox.received', '局长信箱'),
  inquiriesVia('inquiries.complaints.received', '举报投诉'),
  {
    id: 'publications.total.published',
    phrases: [`(${publications})(各类)?(政务|警务)?信息(共计|共)?#条`],
    readings: [['publications.total.published']],
  },
  publishedVia('publications.sunshinePlatform.published', '阳光警务平台'),
  publishedVia('publications.wechat.published', '微信(公众号)?'),
  publishedVia('publications.website.published', '门户网站'),
]

/** All checks of the supplement. */
export const checksOfSupplement = (sections: readonly Section[]): readonly Check[] => [
  ...completenessChecks(sections),
  ...sections.filter(({ kind }) => kind === 'matrix').map((section) => steadyCheck(section, inputsOf(section))),
  ...figures.map((figure) => agreesWith(['overview.text'], figure)),
  recountCheck,
]
