import { catalogue } from '../language.ts'

export const say = catalogue(
  {
    heldBack: (unread: number, conflicts: number) =>
      [
        unread > 0 ? `${unread} 格的内容未能保存，请按格内提示修改` : '',
        conflicts > 0 ? `${conflicts} 格与他人的填写不一致，请选择保留哪一个` : '',
      ]
        .filter((part) => part !== '')
        .join('；'),
    reasonWaits: '说明尚未保存，所说明的检查提示尚未在服务器上出现。',
    noSuchForm: '本页面版本较旧，不认识该表式，请刷新页面。',
  },
  {
    heldBack: (unread: number, conflicts: number) =>
      [
        unread > 0 ? `${unread} cells could not be saved; correct them as each one says` : '',
        conflicts > 0 ? `${conflicts} cells were also changed by somebody else; choose which value stays` : '',
      ]
        .filter((part) => part !== '')
        .join('; '),
    reasonWaits: 'A reason is not saved yet: the server does not see the finding that it explains.',
    noSuchForm: 'This page is older than the form; please reload it.',
  },
)
