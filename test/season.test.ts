/*
 * The season of the Haidong bureau, played once with seed 1: what comes out is what the bureau published for 2019, the
 * letters are those that were due and no others, and one cell changed by hand in one unit changes the city's figure,
 * the Word file and the hash. The same episodes as `npm run rehearse`, on a system that stays up to be asked.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, apiOf, must } from '../local/api-client.ts'
import { found } from '../local/season/found.ts'
import { cast, city, counties, published, publishedTotals } from '../local/season/haidong.ts'
import { playSeason, roundId, type Season, seasonBegins, seasonOf } from '../local/season/season.ts'
import { type System, startSystem } from '../local/system.ts'
import { fieldsOf } from '../shared/form/fields.ts'
import { joinForms } from '../shared/form/forms.ts'

const path = { round: roundId }
const units = [city, ...counties].map((unit) => unit.id)
const folder = mkdtempSync(join(tmpdir(), 'huibao-season-'))
const documents = join(folder, 'documents')

let system: System
let season: Season
let coordinator: Api
let leader: Api
const said = new Map<string, string>()

const saidOf = (part: string): string => [...said].find(([title]) => title.includes(part))?.[1] ?? ''

/** The text of word/document.xml, tags taken out and cells parted by a bar. */
const wordText = (bytes: Uint8Array): string => {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42)
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === 'word/document.xml') {
      const data = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      const xml = (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString()
      return xml.replaceAll('</w:tc>', '|').replaceAll(/<[^>]+>/g, '')
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new RangeError('no Word document')
}

const remindersOf = async () => must(await coordinator.call('getReminders', { path })).letters
const isStep = (kind: string): boolean => /^(opening|before\d+|dueDay|overdue\d+)$/.test(kind)
const minuteOf = (at: string): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)

beforeAll(async () => {
  system = await startSystem({
    dataFolder: join(folder, 'data'),
    quiet: true,
    cast: async () => cast,
    startAt: seasonBegins,
  })
  await found(system.storeUrl)
  season = seasonOf(system, { seed: 1, documents })
  await playSeason(system, season, (episode, line) => said.set(episode.title, line))
  coordinator = apiOf(system.url, await system.token('coordinator@haidong.example'))
  leader = apiOf(system.url, await system.token('leader@haidong.example'))
}, 120_000)
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})
it('x', async () => {
  console.log([...said].map((x) => x.join(': ')).join('\n'))
  console.log((await remindersOf()).map((l) => `${minuteOf(l.at)} ${l.kind} ${l.to} ${l.state} ${l.units} ${l.key}`).sort().join('\n'))
  console.log(Object.values(season.players).map((p) => p.unit.id), Object.keys(season.players))
  console.log(wordText(readFileSync(join(documents, readdirSync(documents).find((n) => n.includes('海东')) ?? ''))).slice(0, 6000))
  console.log(JSON.stringify(must(await coordinator.call('getRoundLog', { path }))))
  console.log(JSON.stringify(must(await coordinator.call('getReminders', { path })).plan))
  console.log(system.failures())
})
