/* What the pages say around signing in. */
import { catalogue } from '../language.ts'

export const say = catalogue(
  {
    huibao: '汇报',
    otherLanguage: 'English',
    whatThisIs: '政府信息公开年度报告的在线填报、按期报送与自动汇总。',
    whoMayEnter: '本系统供各单位填报人、汇总联系人和领导使用。请用本单位登记的账号登录，登录后回到您要去的页面。',
    signIn: '登录',
    notCompleted: '上次登录没有完成，请再试一次。',
    unreachable: '登录服务暂时连接不上，请检查网络后再试。',
    notKept:
      '此浏览器禁止本站保存数据：登录只在本页打开期间有效，填写内容也不能在本机暂存。请在浏览器设置中允许本站的 Cookie 和存储。',
    expired: '登录已过期。已填写的内容没有丢失，重新登录后自动继续保存。',
    signInAgain: '重新登录',
    forbidden: '您不能查看此页面',
    whoYouAre: (who: string) => `您目前的登录身份：${who}`,
    whomToAsk: '请联系：',
    askCoordinator:
      '请联系上级单位的汇总联系人（报送通知邮件中写有姓名和电话），说明您的单位和登录邮箱，由其为您登记。',
    phone: (number: string) => `电话 ${number}`,
    otherAccount: '退出，换用其他账号',
    windowDone: '登录完成，可以关闭此窗口。',
  },
  {
    huibao: 'Huibao',
    otherLanguage: '中文',
    whatThisIs:
      'Annual reports on open government information: filled in on line, handed in on time, added up by themselves.',
    whoMayEnter:
      'For the reporters, coordinators and leaders of the units. Sign in with the account registered for your unit; you come back to the page you wanted.',
    signIn: 'Sign in',
    notCompleted: 'The last sign-in was not completed; please try again.',
    unreachable: 'The sign-in service cannot be reached at the moment; please check the connection and try again.',
    notKept:
      'This browser does not let the site keep data: the sign-in lasts while this page is open, and nothing you type can be kept on this computer. Please allow cookies and storage for this site in the browser’s settings.',
    expired: 'Your sign-in has expired. Nothing you typed is lost; saving goes on after you sign in again.',
    signInAgain: 'Sign in again',
    forbidden: 'You may not see this page',
    whoYouAre: (who: string) => `You are signed in as ${who}`,
    whomToAsk: 'Please ask:',
    askCoordinator:
      'Name and telephone of the coordinator are in the letter about the round. Give your unit and the address you signed in with, to be registered.',
    phone: (number: string) => `telephone ${number}`,
    otherAccount: 'Sign out and use another account',
    windowDone: 'You are signed in; this window can be closed.',
  },
)
