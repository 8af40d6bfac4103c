/* What the sign-in page says, and the one for whom may not enter. */
import { catalogue, type Translated } from '../language.ts'

const zh = {
  huibao: '汇报',
  otherLanguage: 'English',
  whatThisIs: '政府信息公开年度报告的在线填报、按期报送与自动汇总。',
  whoMayEnter: '供各单位填报人、汇总联系人和领导使用。',
  withWhat: '请用本单位登记的账号登录，登录后回到您要去的页面。',
  signIn: '登录',
  forbidden: '您不能查看此页面',
  whoYouAre: (who: string) => `您目前的登录身份：${who}`,
  whomToAsk: '请联系：',
  askCoordinator: '请联系上级单位的汇总联系人（报送通知邮件中写有姓名和电话），说明您的单位和登录邮箱，由其为您登记。',
  phone: (number: string) => `电话 ${number}`,
  otherAccount: '退出，换用其他账号',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./page-words.en.ts'))
