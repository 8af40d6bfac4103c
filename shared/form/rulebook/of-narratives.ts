/* Rules of narratives, numbers in them apart: R12, R13, R14 and personal numbers (E6). */
import type { PersonalNumber, Words } from '../form.ts'
import { words } from '../words.ts'
import { type EntryOf, ruleOf } from './entry.ts'

/** R12, the length of the overview. */
export const overviewLength: EntryOf = (_form, check) => {
  const { cell, characters } = ruleOf(check, 'lengthAtMost')
  return {
    says: words('“总体情况”原则上不超过一千字。', 'The overview has in principle no more than 1,000 characters.'),
    basis: '“篇幅原则上不超过一千字”，国办公开办函〔2021〕30号',
    breaks: { cells: { [cell]: '字'.repeat(characters + 1) } },
    keeps: { cells: { [cell]: '字'.repeat(characters) } },
  }
}

/** R13, processing fees are reported on. */
export const feesMentioned: EntryOf = (_form, check) => {
  const { cell } = ruleOf(check, 'mentions')
  return {
    says: words(
      '“其他需要报告的事项”应报告收取信息处理费的情况，未收取的也写明。',
      'Other matters report on information processing fees, also when none were charged.',
    ),
    basis: '“收取信息处理费的情况，在此处专门报告”，国办公开办函〔2021〕30号',
    breaks: { cells: { [cell]: '无其他需要报告的事项。' } },
    keeps: { cells: { [cell]: '本年未收取信息处理费。' } },
  }
}

const sampleText = (unit: string, year: number): string =>
  `${year}年，${unit}政务公开工作取得了一定成效，但仍存在一些不足：一是政策解读形式较为单一，缺少多个角度的解读；二是依申请公开答复的规范性有待提高，业务培训还不够经常。下一步将丰富解读形式，加强业务培训，健全答复审查机制。`
const ownText =
  '今年窗口收到的申请比往年多，经办的两名民警都是新手，三件答复超过了承诺的时间。我们已请法制科每周一上午坐班会审，并把常见问题写成问答贴在窗口；明年三月前完成第一轮培训，六月复查。'

/** R14, a text is not a copy. */
export const unlike: EntryOf = (_form, check) => {
  const { cell, to } = ruleOf(check, 'unlike')
  if (to === 'lastYear') {
    const lastYear = { [cell]: sampleText('我局', 2021) }
    return {
      says: words(
        '“存在的主要问题及改进情况”不与上年雷同。',
        'Problems and improvements are not last year’s text again.',
      ),
      basis: '“不得出现敷衍了事甚至年年雷同现象”，国办公开办函〔2019〕60号、〔2021〕30号',
      breaks: { cells: { [cell]: sampleText('我局', 2022) }, lastYear },
      keeps: { cells: { [cell]: ownText }, lastYear },
    }
  }
  const otherUnit = { [cell]: sampleText('本分局', 2022) }
  return {
    says: words(
      '“存在的主要问题及改进情况”不与其他单位雷同。',
      'Problems and improvements are not another unit’s text.',
    ),
    basis: '“内容雷同、敷衍塞责”的追究责任，国办公开办函〔2019〕60号、〔2021〕30号',
    breaks: { cells: { [cell]: sampleText('我局', 2022) }, otherUnit },
    keeps: { cells: { [cell]: ownText }, otherUnit },
  }
}

const personal: Readonly<Record<PersonalNumber, { readonly label: Words; readonly sample: string }>> = {
  idCard: { label: words('居民身份证号码', 'ID card numbers'), sample: '11010519491231002X' },
  mobile: { label: words('手机号码', 'mobile telephone numbers'), sample: '139-1234-5678' },
  bankCard: { label: words('银行卡号', 'bank card numbers'), sample: '6222 0200 0000 0000 000' },
}

/** E6, no personal numbers. */
export const keepsOut: EntryOf = (_form, check) => {
  const { texts, what } = ruleOf(check, 'keepsOut')
  const { label, sample } = personal[what]
  const text = texts[0] ?? ''
  return {
    says: words(`拟公开的文字中没有${label.zh}。`, `Texts to be published hold no ${label.en}.`),
    basis: '条例第十五条：涉及个人隐私的政府信息不得公开；《个人信息保护法》',
    breaks: { cells: { [text]: `联系人张某，号码${sample}。` } },
    keeps: { cells: { [text]: '联系电话0972-8612345，邮编810600。' } },
  }
}
