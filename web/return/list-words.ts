import { catalogue } from '../language.ts'

export const say = catalogue(
  {
    noneSay: '本单位没有，填「无」',
    addRow: '添加一行',
    removeRow: (row: number) => `删除第 ${row} 行`,
    row: (row: number) => `第 ${row} 行`,
    noRows: '还没有添加；没有的，请选「无」。',
    yes: '是',
    no: '否',
    notChosen: '请选择',
    notApplicable: (reason: string) => `不适用：${reason}`,
  },
  {
    noneSay: 'There are none',
    addRow: 'Add a row',
    removeRow: (row: number) => `Remove row ${row}`,
    row: (row: number) => `Row ${row}`,
    noRows: 'Nothing added yet; if there are none, say so.',
    yes: 'yes',
    no: 'no',
    notChosen: 'choose',
    notApplicable: (reason: string) => `not applicable: ${reason}`,
  },
)
