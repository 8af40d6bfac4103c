import { catalogue, type Translated } from '../language.ts'

const zh = {
  notFound: '没有找到这个页面',
  notFoundIs:
    '请核对地址是否完整；从邮件进入的，请再点一次邮件中的链接。也可能是您没有查看它的权限，有疑问请联系上级联络员。',
  toMyWork: '回到我的任务',
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
