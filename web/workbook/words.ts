import { catalogue, type Translated } from '../language.ts'

const zh = {
  title: '用 Excel 离线填写',
  is: '网络不便时，可以下载本表的 Excel 文件，离线填写后再上传。上传前会先列出全部变化和问题，确认后才保存。',
  download: '下载 Excel 文件',
  upload: '上传填好的文件',
  choose: '选择 .xlsx 文件（不超过 4 MB）',
  tooLarge: (mb: string) => `这个文件有 ${mb} MB，超过 4 MB 的上限。本系统的表格不会这么大，请确认选对了文件。`,
  notXlsx: (name: string) =>
    `「${name}」不是 .xlsx 文件。请用本页下载的文件填写；旧格式（.xls）请先在 Excel 或 WPS 中另存为 .xlsx。`,
  reading: '正在核对文件，尚未保存任何内容…',
  problems: (n: number) => `文件有 ${n} 处问题，未保存任何内容`,
  problemsIs: '请在 Excel 中改正后重新上传。',
  place: (sheet: string, at: string) => `「${sheet}」${at}`,
  changes: (n: number) => `有 ${n} 处变化，确认后保存`,
  noChanges: '文件内容与系统中的完全相同，没有需要保存的变化。',
  save: '保存这些变化',
  saving: '正在保存…',
  cancel: '取消',
  saved: (n: number) => `已保存 ${n} 处变化。`,
  cannot: '当前状态不能上传。',
  unsaved: '本机还有未保存的内容，请等它们保存后再上传。',
  dashes: (n: number) => `有 ${n} 格填的是「-」，将按 0 保存；不是 0 的请在文件中改正。`,
  conflicts: (n: number) => `有 ${n} 处在您下载之后已被改动，不会用文件中的值覆盖；确需用文件中的值，请逐处选定。`,
  takeFile: '用文件中的值',
  whoAndWhen: (who: string, when: string) => `${who} ${when}`,
  changedMeanwhile: '核对期间又有人改动了本表，尚未保存任何内容。请按下面最新的情况核对后再保存。',
  gone: '已上传',
  notOverwritten: '已被改动的格',
  stillToSettle: (n: number) => `保存后还有 ${n} 处勾稽不符或须说明，不影响保存，报送前再处理`,
}

export type Said = Translated<typeof zh>

export const say = catalogue(zh, () => import('./words.en.ts'))
