/*
 * npm start: everything on one machine, with the Haidong season in progress. The first start plays the season up to
 * 20 January 2020; every later one goes on where the last stopped, clock and letters included.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant } from '../shared/time.ts'
import { found } from './season/found.ts'
import { cast, city, counties } from './season/haidong.ts'
import { playSeason, roundId, seasonBegins, seasonOf } from './season/season.ts'
import { type System, startSystem } from './system.ts'

const seasonPausesAt = instant('2020-01-20T12:00:00+08:00')

const environment: Readonly<Record<string, string | undefined>> = process.env
const dataFolder = environment['HUIBAO_DATA'] ?? '.huibao'
/* Stands while the season is being laid down: found at a start, the last one was broken off, and begins anew. */
const unfinished = join(dataFolder, 'season-unfinished')

const localTime = (at: string): string => new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })

const units = new Map([city, ...counties].map((unit) => [unit.id, unit]))

const layDown = async (system: System): Promise<void> => {
  console.log('首次启动：正在演示 2019 年度海东报送季，直到 2020年1月20日（演示数据）…')
  const season = seasonOf(system, { documents: join(dataFolder, 'documents') })
  await playSeason(
    system,
    season,
    (episode) => console.log(`  ${localTime(episode.at)}  ${episode.title}`),
    seasonPausesAt,
  )
  if (system.clock.now() < seasonPausesAt) await system.clock.moveTo(seasonPausesAt)
  await system.settle()
}

if (existsSync(unfinished)) rmSync(dataFolder, { recursive: true, force: true })
const isFirst = !existsSync(dataFolder)
mkdirSync(dataFolder, { recursive: true })
if (isFirst) writeFileSync(unfinished, '')
const system = await startSystem({
  dataFolder,
  port: Number(environment['HUIBAO_PORT'] ?? 5173),
  storeEndpoint: environment['HUIBAO_DYNAMODB_ENDPOINT'],
  quiet: environment['HUIBAO_LOG'] === undefined,
  pages: true,
  cast: async () => cast.map((each) => ({ ...each, unitName: units.get(each.unit)?.name })),
  startAt: seasonBegins,
})
if (isFirst) {
  await found(system.storeUrl)
  await layDown(system)
  rmSync(unfinished)
}

console.log(`
打开浏览器  ${system.url}          open this in a browser
登录        ${system.issuerUrl}          sign in as anyone of the cast: this machine only, no password

汇报 Huibao is running. The office's clock says ${localTime(system.clock.now())} (Beijing time).

  API        ${system.url}/api            contract: ${system.url}/api/openapi.json
  mailbox    ${system.mailUrl}
  store      ${system.storeUrl}           (DynamoDB API)
  cast       ${system.url}/local/cast     who can sign in
  token      curl -s ${system.url}/local/token -d '{"email":"coordinator@haidong.example"}'
  calendar   curl -s ${system.url}/local/clock -d '{"advance":"P1D"}'
  board      ${system.url}/api/rounds/${roundId}/board

Stop with Ctrl-C; the next start goes on from here. Data: ${dataFolder}`)

const end = (): void => {
  system.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
process.once('SIGINT', end)
process.once('SIGTERM', end)
