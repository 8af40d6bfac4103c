/*
 * npm run rehearse: plays a whole season in a fresh folder and prints it as a timeline; `--json` prints the result for
 * machines, `--seed N` draws another split and deals the habits to other counties, `--keep FOLDER` keeps the documents.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apiOf, must } from './api-client.ts'
import { found } from './season/found.ts'
import { cast } from './season/haidong.ts'
import { playSeason, roundId, seasonBegins, seasonOf } from './season/season.ts'
import { type System, type SystemOptions, startSystem } from './system.ts'

export interface RehearsalOptions {
  readonly seed?: number | undefined
  readonly documents: string
  readonly tell: (line: string) => void
  readonly partsFor?: SystemOptions['partsFor']
}

const localTime = (at: string): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

const countBy = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** What the season came to: the JSON document of `--json`. */
const resultOf = async (system: System, documents: readonly string[], startedMs: number) => {
  const coordinator = apiOf(system.url, await system.token('coordinator@haidong.example'))
  const path = { round: roundId }
  const [round, report, board, reminders] = await Promise.all([
    coordinator.call('getRound', { path }).then(must),
    coordinator.call('getReport', { path }).then(must),
    coordinator.call('getBoard', { path }).then(must),
    coordinator.call('getReminders', { path }).then(must),
  ])
  return {
    round: round.id,
    stage: round.stage,
    cells: report.figures,
    hash: report.hash,
    units: board.rows.map(({ unit, stage, timeliness, revisions }) => ({
      unit,
      stage,
      onTime: timeliness === 'onTime' || timeliness === 'extended',
      timeliness,
      revisions,
    })),
    letters: {
      byStep: countBy(reminders.letters.map((letter) => letter.kind)),
      byState: countBy(reminders.letters.map((letter) => letter.state)),
      total: reminders.letters.length,
    },
    /* Findings of the report by class; R10 was proven when the edition was published. */
    checks: { A: 0, B: 0, C: 0, D: 0, ...countBy(report.checks.map((finding) => finding.class)) },
    documents: [...documents],
    seconds: Math.round((performance.now() - startedMs) / 100) / 10,
  }
}

/** Plays the season once; answers what it came to. The data folder is thrown away, the documents stay. */
export const rehearse = async ({ seed, documents, tell, partsFor }: RehearsalOptions) => {
  const startedMs = performance.now()
  const dataFolder = mkdtempSync(join(tmpdir(), 'huibao-rehearsal-'))
  const system = await startSystem({ dataFolder, quiet: true, cast: async () => cast, startAt: seasonBegins, partsFor })
  try {
    await found(system.storeUrl)
    const season = seasonOf(system, { seed, documents })
    await playSeason(system, season, async (episode, said) => {
      tell(`${localTime(episode.at)}  ${episode.title}${said === '' ? '' : `：${said}`}`)
    })
    const result = await resultOf(system, season.documents, startedMs)
    tell(`${result.letters.total} 封信，${result.units.length} 个单位，${result.seconds} 秒`)
    return result
  } finally {
    await system.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, seed: { type: 'string' }, keep: { type: 'string' } },
  })
  const seed = values.seed === undefined ? undefined : Number(values.seed)
  if (seed !== undefined && !Number.isInteger(seed)) throw new RangeError('--seed takes a whole number')
  const result = await rehearse({
    seed,
    documents: values.keep ?? 'rehearsal',
    tell: (line) => (values.json === true ? console.error(line) : console.log(line)),
  })
  if (values.json === true) console.log(JSON.stringify(result, null, 2))
}
