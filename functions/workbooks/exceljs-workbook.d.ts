/* Only the workbook of exceljs is bundled, without its readers of CSV and its streams: half the weight. */
declare module 'exceljs/lib/doc/workbook.js' {
  export { Workbook as default } from 'exceljs'
}
