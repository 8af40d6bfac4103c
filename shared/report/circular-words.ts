/* The sentences of the circular. Whoever signs it will change them: courteous, plain, no person named. */
import { words } from '../form/words.ts'
import type { Language } from '../unit/unit.ts'
import type { DaysLate } from './appraisal.ts'

export const draftMark = words(
  '代拟稿：由系统根据报送记录生成，请核实并按程序审签后印发',
  'Draft made from the record of returns; to be verified and signed before it is issued',
)

export const addressed = words('各填报单位：', 'To all units that hand in returns:')

export const heads = {
  number: words('序号', 'No.'),
  unit: words('单位', 'Unit'),
  due: words('应报送时间', 'Due'),
  handedIn: words('报送时间', 'Handed in'),
  late: words('逾期时间', 'Late by'),
} as const

/* Nobody is called missing who was only late. */
const whichLate = {
  both: words('逾期报送和未报送情况', 'late and missing returns'),
  late: words('逾期报送情况', 'late returns'),
  missing: words('逾期未报送情况', 'missing returns'),
} as const

export const aboutLate = (which: keyof typeof whichLate, task: string, language: Language): string =>
  language === 'zh' ? `关于${task}${whichLate[which].zh}的通报` : `Circular on ${whichLate[which].en}: ${task}`
export const aboutAll = (task: string, language: Language): string =>
  language === 'zh' ? `关于${task}报送情况的通报` : `Circular on returns: ${task}`

/** 「2天（1个工作日）」; on the due day itself 「不足1天」. */
export const daysInWords = ({ calendar, working }: DaysLate, language: Language): string => {
  if (calendar === 0) return language === 'zh' ? '不足1天' : 'less than a day'
  return language === 'zh'
    ? `${calendar}天（${working}个工作日）`
    : `${calendar} day${calendar === 1 ? '' : 's'} (${working} working)`
}

export const asked = {
  missing: words(
    '请上述逾期未报送的单位于收到本通报后尽快报送；确有困难的，请及时说明情况，并商定报送时间。',
    'The units that have not handed in are asked to do so as soon as they receive this circular, or else to explain and agree on a date.',
  ),
  late: words(
    '请上述逾期报送的单位查明原因，今后按规定时间报送。',
    'The units that handed in late are asked to find out why, and to be on time in future.',
  ),
  everyone: words(
    '请各填报单位继续做好数据核实和修改工作，有关填报数据以审核通过的为准。',
    'All units are asked to go on verifying and correcting their figures; those that count are the ones accepted at review.',
  ),
} as const

export const internalDue = words(
  '本次填报属内部汇总，不代替向本级政府的法定报送；以上截止时间为内部工作安排。',
  'This collection is internal and does not replace the statutory filing with the government of the same level; the due moments above are internal ones.',
)
