import type { Said } from './words.ts'

export const en: Said = {
  title: 'Fill in off line with Excel',
  is: 'Where the line is bad, download this return as an Excel file, fill it in off line and upload it. All changes and problems are listed before anything is saved.',
  download: 'Download the Excel file',
  upload: 'Upload a filled file',
  choose: 'Choose an .xlsx file (4 MB at most)',
  tooLarge: (mb: string) =>
    `This file has ${mb} MB; the limit is 4 MB. No return is that large: check that it is the right file.`,
  notXlsx: (name: string) =>
    `“${name}” is no .xlsx file. Fill in the file downloaded here; save an old .xls file as .xlsx first.`,
  reading: 'The file is being checked; nothing is saved yet …',
  problems: (n: number) => `${n} problem(s) in the file; nothing was saved`,
  problemsIs: 'Correct them in Excel and upload the file again.',
  place: (sheet: string, at: string) => `“${sheet}” ${at}`,
  changes: (n: number) => `${n} change(s), saved when you confirm`,
  noChanges: 'The file holds exactly what is saved already; there is nothing to save.',
  save: 'Save these changes',
  saving: 'Saving …',
  cancel: 'Cancel',
  saved: (n: number) => `${n} change(s) saved.`,
  cannot: 'Nothing can be uploaded now.',
  unsaved: 'Some of what you typed here is not saved yet; wait for it before you upload.',
  dashes: (n: number) => `${n} cell(s) hold “-” and will be saved as 0; where that is wrong, correct the file.`,
  conflicts: (n: number) =>
    `${n} cell(s) were changed since you downloaded; the file does not overwrite them unless you choose so below.`,
  takeFile: 'Use the value of the file',
  whoAndWhen: (who: string, when: string) => `${who}, ${when}`,
  changedMeanwhile:
    'Somebody changed the return while you were looking; nothing is saved yet. Below is how it stands now: check it and save again.',
  gone: 'Uploaded',
  notOverwritten: 'Changed since you downloaded',
  stillToSettle: (n: number) =>
    `${n} check(s) would then still be open; they do not stand in the way of saving, only of handing in`,
}
