/* The board as an .xlsx file. Whatever somebody typed is text there: nothing that begins with = + - @ is a formula. */
import { xlsxType } from '../../shared/api.ts'
import { ok } from '../../shared/refusal.ts'
import { dayOf, instant, msOf, timeOf } from '../../shared/time.ts'
import { http } from '../pipeline/http.ts'
import { boardOf } from '../rounds/board.ts'
import type { Services } from '../services.ts'
import { boardTable } from './board-table.ts'

/* A file system takes none of these in a name. */
const asName = (text: string): string => text.replace(/[\\/:*?"<>|]/g, ' ')

export const getBoardFile = (services: Services) =>
  http(services, 'getBoardFile', async ({ round, unit, language }) => {
    const { rows } = await boardOf(services, round, unit, language)
    const at = (moment: string): string =>
      `${dayOf(instant(moment), round.zone)} ${timeOf(instant(moment), round.zone)}`
    const { writeBoardWorkbook } = await import('./write-board.ts')
    const file = await writeBoardWorkbook(boardTable(rows, language, at), language, new Date(msOf(services.now())))
    const name = asName(`${round.title} ${language === 'zh' ? '报送进度' : 'progress'}`)
    return ok({ file, type: xlsxType, name: `${name}.xlsx` })
  })
