import { describe, expect, it } from 'vitest'
import type { OpenReturn } from './open-return.ts'
import { isSettled } from './settling.ts'
import { office } from './stand-in/office.ts'

const pause = 400
/* A telephone number in a text asks for a reason of six characters. */
const cells = { 'overview.text': '咨询电话13812345678。' }

const asking = (open: OpenReturn) => {
  const finding = open.findings.value.find((one) => one.class === 'C')
  if (finding === undefined) throw new Error('no finding')
  return finding
}

const withFinding = async () => {
  const all = office()
  const { open, window } = await all.sit()
  open.put(cells)
  await all.clock.pass(pause)
  return { ...all, open, window }
}

describe('a reason that is too short', () => {
  it('is not sent, settles nothing, and is no longer called saved', async () => {
    const { open, clock, server } = await withFinding()
    open.giveReason(asking(open), '值班')
    await clock.pass(pause)
    expect(server.reasons()).toEqual([])
    expect(isSettled(asking(open))).toBe(false)
    expect(open.saving.value).toMatchObject({ state: 'refused', kept: 1, cell: asking(open).cells[0] })
    expect((await open.flush()).state).toBe('refused')
  })

  it('is there again in the next window, and is sent once it is long enough', async () => {
    const { open, clock, server, window, sit } = await withFinding()
    open.giveReason(asking(open), '值班')
    await clock.pass(pause)
    window.kill()
    const next = await sit('ann', window.store)
    expect(asking(next.open).reason).toBe('值班')
    next.open.giveReason(asking(next.open), '值班电话对外公布')
    await clock.pass(pause)
    expect(server.reasons()).toEqual(['值班电话对外公布'])
    await clock.pass(1000)
    expect(window.store.names()).toEqual([])
  })

  it.each(['短', ''])(
    'settles nothing in place of one that the server keeps, and both are known: “%s”',
    async (text) => {
      const { open, clock, server, window, sit } = await withFinding()
      open.giveReason(asking(open), '上年文件于本年废止')
      await clock.pass(pause)
      expect(isSettled(asking(open))).toBe(true)
      open.giveReason(asking(open), text)
      await clock.pass(pause)
      expect(server.reasons()).toEqual(['上年文件于本年废止'])
      expect(asking(open)).toMatchObject({ reason: text, stands: '上年文件于本年废止' })
      expect(isSettled(asking(open))).toBe(false)
      expect((await open.flush()).state).toBe('refused')
      window.kill()
      const next = await sit('ann', window.store)
      expect(isSettled(asking(next.open))).toBe(false)
      next.open.giveReason(asking(next.open), '上年文件于本年废止')
      await clock.pass(pause)
      expect(next.open.saving.value.state).toBe('saved')
    },
  )

  it('is nothing where nothing was given before and all was taken out again', async () => {
    const { open, clock, window } = await withFinding()
    open.giveReason(asking(open), '值')
    open.giveReason(asking(open), '')
    await clock.pass(pause)
    expect(open.saving.value.state).toBe('saved')
    expect(window.store.names()).toEqual([])
  })
})
