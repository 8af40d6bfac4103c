import { catalogue, type Translated } from '../language.ts'

const zh = {
  huibao: '汇报',
  skip: '跳到正文',
  myWork: '我的任务',
  mainNav: '主导航',
  languages: '语言 Language',
  signOut: '退出',
  demo: '演示数据',
  demoIs: '本系统中的数据为演示，不是真实报送',
  opening: '正在打开…',
  broken: '页面出现错误',
  brokenPart: '这一部分没有能够显示。',
  nothingLost: '您填写的内容没有丢失：已保存的在服务器上，未来得及发送的留在本机浏览器中，重新载入后继续。',
  notNow: '现在网络不通。请不要重新载入页面或关闭窗口；您填写的内容留在本机浏览器中，联网后再试一次。',
  reload: '重新载入',
  again: '再试一次',
  notSwitched: '网络不通，没有取到英文界面，请联网后刷新页面再试。',
  beijing: (when: string) => `${when}（北京时间）`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
