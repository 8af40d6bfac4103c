/* What every page may have to say of the sign-in. */
import { catalogue, type Translated } from '../language.ts'

const zh = {
  notCompleted: '上次登录没有完成，请再试一次。',
  unreachable: '登录服务暂时连接不上，请检查网络后再试。',
  notKept:
    '此浏览器禁止本站保存数据：登录只在本页打开期间有效，填写内容也不能在本机暂存。请在浏览器设置中允许本站的 Cookie 和存储。',
  expired: '登录已过期，请重新登录。已填写的内容没有丢失。',
  signInAgain: '重新登录',
  windowDone: '登录完成，可以关闭此窗口。',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
