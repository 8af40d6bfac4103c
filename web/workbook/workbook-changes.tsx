/* What an uploaded workbook would change, and where it meets a colleague's change: both values, and the choice. */
import { useMemo } from 'preact/hooks'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { ChangesTable } from '../changes/changes-table.tsx'
import { say as sayChanges } from '../changes/words.ts'
import { language } from '../language.ts'
import { timeInWords } from '../moment.ts'
import type { OpenReturn } from '../return/open-return.ts'
import { say } from './words.ts'

interface ReadProps {
  readonly open: OpenReturn
  readonly read: AnswerOf<Routes['putReturnWorkbook']>
}

export const placeOf = (place: { readonly sheet?: string | undefined; readonly at?: string | undefined }): string =>
  place.sheet === undefined ? '' : say().place(place.sheet, place.at ?? '')

interface ConflictsProps extends ReadProps {
  readonly fromFile: ReadonlySet<string>
  readonly choose: (cell: string, isFromFile: boolean) => void
}

export const Conflicts = ({ open, read, fromFile, choose }: ConflictsProps) => {
  const [words, heads] = [say(), sayChanges()]
  const { zone } = open.answer.value.round
  const changes = useMemo(
    () =>
      read.conflicts.map(({ cell, label, theirs, yours, who, when }) => {
        const aside = words.whoAndWhen(who.name, timeInWords(when, zone))
        return { cell, name: label[language.value], was: theirs, is: yours, aside }
      }),
    [read, language.value],
  )
  return (
    <>
      <p class="notice warn">{words.conflicts(read.conflicts.length)}</p>
      <ChangesTable
        form={open.form}
        caption={words.notOverwritten}
        heads={{ aside: heads.who, was: heads.theirs, is: heads.inFile }}
        changes={changes}
        choice={({ cell, name }) => (
          <label class="from-file">
            <input
              type="checkbox"
              checked={fromFile.has(cell)}
              onChange={({ currentTarget }) => choose(cell, currentTarget.checked)}
            />{' '}
            {words.takeFile}
            <span class="unseen"> {name}</span>
          </label>
        )}
      />
    </>
  )
}

export const Changes = ({ open, read }: ReadProps) => {
  const heads = sayChanges()
  const changes = useMemo(
    () =>
      read.changes.map(({ label, confirm, ...change }) => {
        return { ...change, name: label[language.value], aside: placeOf(change), isDash: confirm === true }
      }),
    [read, language.value],
  )
  return (
    <ChangesTable
      form={open.form}
      caption={say().changes(read.changes.length)}
      heads={{ aside: heads.where, was: heads.was, is: heads.inFile }}
      changes={changes}
    />
  )
}
