import { catalogue, type Translated } from '../language.ts'

const zh = {
  offline: '网络不通，没有收到服务器的应答，请联网后再试一次。',
  signIn: '登录已过期，请重新登录。',
  forbidden: '您没有权限进行此操作。',
  notFound: '没有找到您要的页面或内容。',
  tooLarge: '内容过大，服务器未接收。',
  tooFast: '操作过于频繁，请稍候再试。',
  broken: (status: number) => `服务器暂时没有正常应答（${status}），请稍候再试一次。`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
