/* Checks that read narratives: numbers against the tables (R11), texts that are copies (R14), personal numbers (E6). */
import type { Address, Check, PersonalNumber, Section, Words } from '../form.ts'
import { words } from '../words.ts'
import { textsOf } from './text-agreement.ts'
import { textFigureChecks } from './text-figures.ts'

/** R14: a share of 40 % is well above what independent texts have (20 %) and below a text half kept (46 %): decision 0022. */
const alike = { percent: 40, characters: 60 } as const

const sampleText = (unit: string, year: number): string =>
  `${year}年，${unit}政务公开工作取得了一定成效，但仍存在一些不足：一是政策解读形式较为单一，缺少多个角度的解读；二是依申请公开答复的规范性有待提高，业务培训还不够经常。下一步将丰富解读形式，加强业务培训，健全答复审查机制。`
const ownText =
  '今年窗口收到的申请比往年多，经办的两名民警都是新手，三件答复超过了承诺的时间。我们已请法制科每周一上午坐班会审，并把常见问题写成问答贴在窗口；明年三月前完成第一轮培训，六月复查。'

const similarityChecks = (cell: Address): readonly Check[] => [
  {
    id: 'R14.lastYear',
    ruleId: 'R14',
    class: 'D',
    needs: 'lastYear',
    rule: { kind: 'unlike', cell, to: 'lastYear', ...alike },
    says: words(
      '“存在的主要问题及改进情况”不与上年雷同。',
      'Problems and improvements are not last year’s text again.',
    ),
    basis: '“不得出现敷衍了事甚至年年雷同现象”，国办公开办函〔2019〕60号、〔2021〕30号',
    example: {
      breaks: { cells: { [cell]: sampleText('我局', 2022) }, lastYear: { [cell]: sampleText('我局', 2021) } },
      keeps: { cells: { [cell]: ownText }, lastYear: { [cell]: sampleText('我局', 2021) } },
    },
  },
  {
    id: 'R14.otherUnits',
    ruleId: 'R14',
    class: 'D',
    needs: 'otherUnits',
    rule: { kind: 'unlike', cell, to: 'otherUnits', ...alike },
    says: words(
      '“存在的主要问题及改进情况”不与其他单位雷同。',
      'Problems and improvements are not another unit’s text.',
    ),
    basis: '“内容雷同、敷衍塞责”的追究责任，国办公开办函〔2019〕60号、〔2021〕30号',
    example: {
      breaks: { cells: { [cell]: sampleText('我局', 2022) }, otherUnit: { [cell]: sampleText('本分局', 2022) } },
      keeps: { cells: { [cell]: ownText }, otherUnit: { [cell]: sampleText('本分局', 2022) } },
    },
  },
]

const personal: readonly (readonly [PersonalNumber, Words, string])[] = [
  ['idCard', words('居民身份证号码', 'ID card numbers'), '11010519491231002X'],
  ['mobile', words('手机号码', 'mobile telephone numbers'), '139-1234-5678'],
  ['bankCard', words('银行卡号', 'bank card numbers'), '6222 0200 0000 0000 000'],
]

const personalChecks = (texts: readonly Address[]): readonly Check[] =>
  personal.map(([what, label, sample]) => ({
    id: `PD.${what}`,
    ruleId: 'PD',
    class: 'C',
    needs: 'own',
    rule: { kind: 'keepsOut', texts, what },
    says: words(`拟公开的文字中没有${label.zh}。`, `Texts to be published hold no ${label.en}.`),
    basis: '条例第十五条：涉及个人隐私的政府信息不得公开；《个人信息保护法》',
    example: {
      breaks: { cells: { [texts[0] ?? '']: `联系人张某，号码${sample}。` } },
      keeps: { cells: { [texts[0] ?? '']: '联系电话0972-8612345，邮编810600。' } },
    },
  }))

/** All checks of an edition that read its narratives. */
export const readingChecks = (sections: readonly Section[], edition: 'ogi-2019' | 'ogi-2021'): readonly Check[] => [
  ...textFigureChecks(sections, edition),
  ...similarityChecks('problems.text'),
  ...personalChecks(textsOf(sections)),
]
