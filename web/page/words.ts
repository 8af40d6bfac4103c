import { catalogue } from '../language.ts'

export const say = catalogue(
  {
    huibao: '汇报',
    skip: '跳到正文',
    myWork: '我的任务',
    mainNav: '主导航',
    languages: '语言 Language',
    signOut: '退出',
    demo: '演示数据',
    demoIs: '本系统中的数据为演示，不是真实报送',
    opening: '正在打开…',
    notFound: '没有找到这个页面',
    notFoundIs:
      '请核对地址是否完整；从邮件进入的，请再点一次邮件中的链接。也可能是您没有查看它的权限，有疑问请联系上级联络员。',
    toMyWork: '回到我的任务',
    broken: '页面出现错误',
    brokenPart: '这一部分没有能够显示。',
    nothingLost: '您填写的内容没有丢失：已保存的在服务器上，未来得及发送的留在本机浏览器中，重新载入后继续。',
    reload: '重新载入',
    again: '再试一次',
  },
  {
    huibao: 'Huibao',
    skip: 'Skip to content',
    myWork: 'My work',
    mainNav: 'Main',
    languages: '语言 Language',
    signOut: 'Sign out',
    demo: 'Demo data',
    demoIs: 'All data here is made up for a demonstration',
    opening: 'Opening…',
    notFound: 'There is no such page',
    notFoundIs:
      'Check that the address is complete; if you came from a letter, open its link again. It may also be that you are not entitled to see it: ask the coordinator of the unit above.',
    toMyWork: 'Back to my work',
    broken: 'Something went wrong on this page',
    brokenPart: 'This part could not be shown.',
    nothingLost:
      'Nothing you typed is lost: what was saved is on the server, what was not yet sent is kept in this browser, and is there again after reloading.',
    reload: 'Reload',
    again: 'Try again',
  },
)
