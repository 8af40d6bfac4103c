import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { instant } from '../shared/time.ts'
import { nextQuarter, openClock } from './clock.ts'

const start = instant('2020-01-01T00:00:00Z')
const open = (folder = mkdtempSync(join(tmpdir(), 'clock-'))) => {
  const seen: string[] = []
  const way = {
    onTheWay: async (at: string) => void seen.push(at),
    nextDue: async (at: typeof start) => nextQuarter(at),
  }
  return { folder, seen, clock: openClock(folder, way, () => Date.parse(start)) }
}

describe("the office's clock", () => {
  it('runs every due moment on the way and the target once', async () => {
    const { clock, seen } = open()
    await clock.advance('PT40M')
    expect(seen.map((at) => at.slice(11, 16))).toEqual(['00:15', '00:30', '00:40'])
  })
  it('refuses to go back', async () => {
    const { clock } = open()
    await expect(clock.moveTo(instant('2019-12-31T00:00:00Z'))).rejects.toThrow('only moves forward')
    await expect(clock.advance('-P1D')).rejects.toThrow('only moves forward')
  })
  it('stands where it stood after a restart', async () => {
    const { clock, folder } = open()
    await clock.advance('PT1H')
    expect(open(folder).clock.now()).toBe('2020-01-01T01:00:00.000Z')
  })
})
