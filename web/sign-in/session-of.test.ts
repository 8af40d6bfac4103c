import { describe, expect, it } from 'vitest'
import { sessionOf } from './session-of.ts'
import type { OpenId, SignIn } from './sign-in.ts'
import type { Session, Surroundings, Told } from './surroundings.ts'

const hour = 3600
const origin = 'https://huibao.example.cn'
const noon = 1_600_000_000_000
const signInOf = (n: number, more: Partial<SignIn> = {}): SignIn => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  idToken: `id-${n}`,
  subject: 'huzhu',
  name: '东主才让',
  email: 'huzhu@haidong.example',
  seconds: hour,
  since: noon,
  ...more,
})

/** Windows of one browser: what one tells, the others hear. */
const browser = () => {
  const hearing = new Set<(told: Told) => void>()
  return {
    join: () => {
      let own: ((told: Told) => void) | undefined
      return {
        tell: (told: Told) => {
          for (const hear of hearing) if (hear !== own) hear(told)
        },
        listen: (hear: (told: Told) => void) => {
          own = hear
          hearing.add(hear)
        },
      }
    },
  }
}

interface Given {
  readonly kept?: SignIn
  readonly at?: string
  readonly now?: () => number
  readonly blocked?: 'windows' | 'storage'
  readonly openId?: Partial<OpenId>
  readonly channel?: Pick<Surroundings, 'tell' | 'listen'>
}

const windowOf = ({ kept, at = '/', now = () => noon, blocked, openId, channel = browser().join() }: Given = {}) => {
  const seen = {
    kept,
    went: [] as string[],
    shown: [] as string[],
    window: [] as string[],
    reloads: 0,
    loads: 0,
    closed: 0,
  }
  const timers: { ms: number; work: () => void; live: boolean }[] = []
  let renewals = 0
  const issuer: OpenId = {
    begin: async ({ returnTo, inWindow }) =>
      `https://issuer.example/auth?state=s1${inWindow ? ';window' : ''}&to=${returnTo}`,
    finish: async () => ({ signIn: signInOf(1), returnTo: '/rounds/2019/returns/630223' }),
    renew: async (signIn) => {
      renewals += 1
      return signInOf(renewals + 1, { subject: signIn.subject, since: now() })
    },
    end: async () => 'https://issuer.example/end',
    ...openId,
  }
  const control = sessionOf({
    isKept: blocked !== 'storage',
    kept: {
      read: () => seen.kept,
      write: (signIn) => {
        seen.kept = signIn
      },
    },
    openId: async () => {
      seen.loads += 1
      return issuer
    },
    now,
    later: (ms, work) => {
      const timer = { ms, work, live: true }
      timers.push(timer)
      return () => {
        timer.live = false
      }
    },
    alone: (work) => work(),
    ...channel,
    here: () => origin + at,
    go: (url) => seen.went.push(url),
    reload: () => {
      seen.reloads += 1
    },
    show: (path) => seen.shown.push(path),
    openWindow: () => (blocked === 'windows' ? undefined : { go: (url) => seen.window.push(url) }),
    closeWindow: () => {
      seen.closed += 1
    },
  })
  return { ...control, seen, timers: () => timers.filter(({ live }) => live), renewals: () => renewals }
}

const stateOf = ({ session }: { readonly session: { readonly value: Session } }): string => session.value.state
const settled = () => new Promise((resolve) => setTimeout(resolve))
const refuses = { renew: async () => 'refused' as const }
const isUnreachable = { renew: async () => 'unreachable' as const }
const returned = `${origin}/signed-in?code=c&state=s1;window`

describe('a page that opens', () => {
  it('asks for a sign-in where there is none', async () => {
    const page = windowOf()
    expect(await page.start()).toBe(true)
    expect(stateOf(page)).toBe('signedOut')
  })
  it('goes on with the sign-in of its tab and loads nothing for it', async () => {
    const page = windowOf({ kept: signInOf(1) })
    await page.start()
    expect([stateOf(page), page.token(), page.seen.loads]).toEqual(['signedIn', 'access-1', 0])
    expect(page.session.value).toMatchObject({ name: '东主才让', email: 'huzhu@haidong.example' })
  })
  it('renews a sign-in that has ended meanwhile before it shows anything', async () => {
    const page = windowOf({ kept: signInOf(1), now: () => noon + 2 * hour * 1000 })
    await page.start()
    expect(page.token()).toBe('access-2')
  })
  it('asks for a sign-in where the issuer refuses to renew', async () => {
    const page = windowOf({ kept: signInOf(1), now: () => noon + 2 * hour * 1000, openId: refuses })
    await page.start()
    expect([stateOf(page), page.seen.kept]).toEqual(['signedOut', undefined])
  })
  it('stays signed in while the issuer cannot be reached', async () => {
    const page = windowOf({ kept: signInOf(1), now: () => noon + 2 * hour * 1000, openId: isUnreachable })
    await page.start()
    expect(stateOf(page)).toBe('signedIn')
  })
  it.each([-86_400_000, 86_400_000])('is signed in with a clock that was put %i ms on', async (ms) => {
    const page = windowOf({ kept: signInOf(1), now: () => noon + ms })
    await page.start()
    expect(stateOf(page)).toBe('signedIn')
  })
})

describe('a sign-in', () => {
  it('leaves for the issuer and names the address to come back to', async () => {
    const page = windowOf({ at: '/rounds/2019/returns/630223?x=1#c' })
    await page.start()
    await page.signIn()
    expect(page.seen.went).toEqual(['https://issuer.example/auth?state=s1&to=/rounds/2019/returns/630223?x=1#c'])
  })
  it('comes back to the address from which it left', async () => {
    const page = windowOf({ at: '/signed-in?code=c&state=s1' })
    expect(await page.start()).toBe(true)
    expect([stateOf(page), page.seen.shown]).toEqual(['signedIn', ['/rounds/2019/returns/630223']])
  })
  it('that was not completed says so on the first page', async () => {
    const finish = async () => Promise.reject(new Error('access_denied'))
    const page = windowOf({ at: '/signed-in?error=access_denied&state=s1', openId: { finish } })
    await page.start()
    expect(page.session.value).toMatchObject({ state: 'signedOut', trouble: 'notCompleted' })
    expect(page.seen.shown).toEqual(['/'])
  })
  it('says that the issuer cannot be reached', async () => {
    const page = windowOf({ openId: { begin: async () => Promise.reject(new Error('no line')) } })
    await page.start()
    await page.signIn()
    expect(page.session.value).toMatchObject({ state: 'signedOut', trouble: 'unreachable' })
  })
  it('takes a window of its own where the browser keeps nothing, and says that it does not', async () => {
    const page = windowOf({ blocked: 'storage' })
    await page.start()
    await page.signIn()
    expect([page.seen.went, page.seen.window.length, page.session.value.isKept]).toEqual([[], 1, false])
  })
})

describe('renewal', () => {
  it('comes a minute before the token ends, by the time since it came', async () => {
    const page = windowOf({ kept: signInOf(1), now: () => noon + 600_000 })
    await page.start()
    const [timer] = page.timers()
    expect(timer?.ms).toBe((hour - 60 - 600) * 1000)
    timer?.work()
    await settled()
    expect([page.token(), page.seen.kept?.refreshToken, page.timers().length]).toEqual(['access-2', 'refresh-2', 1])
  })
  it('is asked for once, however many calls are refused', async () => {
    const page = windowOf({ kept: signInOf(1) })
    await page.start()
    expect(await Promise.all([page.expired(true), page.expired(false), page.expired(true)])).toEqual([true, true, true])
    expect(page.renewals()).toBe(1)
  })
  it('that finds no line signs nobody out', async () => {
    const page = windowOf({ kept: signInOf(1), openId: isUnreachable })
    await page.start()
    expect(await page.expired(true)).toBe(false)
    expect([stateOf(page), page.token()]).toEqual(['signedIn', 'access-1'])
  })
  it('is taken over by a duplicate of the tab', async () => {
    const windows = browser()
    const one = windowOf({ kept: signInOf(1), channel: windows.join() })
    const other = windowOf({ kept: signInOf(1), channel: windows.join() })
    await one.start()
    await other.start()
    await one.expired(true)
    expect(other.token()).toBe('access-2')
  })
})

const expiredPage = async (given: Given = {}) => {
  const windows = browser()
  const page = windowOf({ kept: signInOf(1), channel: windows.join(), openId: refuses, ...given })
  await page.start()
  expect(await page.expired(false)).toBe(false)
  return { page, small: () => windowOf({ at: '/signed-in?code=c&state=s1;window', channel: windows.join() }), windows }
}

describe('an expired sign-in', () => {
  it('tells a change at once that it cannot be sent, and keeps no token', async () => {
    const { page } = await expiredPage()
    expect([stateOf(page), page.token(), page.seen.kept]).toEqual(['expired', undefined, undefined])
    expect(page.session.value.name).toBe('东主才让')
  })
  it('is taken up in a window, and what waited goes on', async () => {
    const { page, small } = await expiredPage()
    const waits = page.expired(true)
    await page.signInAgain()
    expect(page.seen.window).toEqual(['https://issuer.example/auth?state=s1;window&to=/'])
    const opened = small()
    expect(await opened.start()).toBe(false)
    expect(await waits).toBe(true)
    expect([opened.seen.closed, stateOf(page), page.token(), page.seen.went]).toEqual([1, 'signedIn', 'access-1', []])
  })
  it('leaves with the whole page where windows are blocked', async () => {
    const { page } = await expiredPage({ blocked: 'windows', at: '/rounds/2019/returns/630223' })
    await page.signInAgain()
    expect(page.seen.went).toEqual(['https://issuer.example/auth?state=s1&to=/rounds/2019/returns/630223'])
  })
  it('does not go on in the name of somebody else', async () => {
    const finish = async () => ({ signIn: signInOf(1, { subject: 'ledu' }), returnTo: '/' })
    const { page, small } = await expiredPage({ openId: { ...refuses, finish } })
    await page.signInAgain()
    await small().start()
    await settled()
    expect([page.seen.reloads, page.seen.kept?.subject, stateOf(page)]).toEqual([1, 'ledu', 'expired'])
  })
  it('stays where the window came back without a sign-in', async () => {
    const finish = async () => Promise.reject(new Error('access_denied'))
    const { page, small } = await expiredPage({ openId: { ...refuses, finish } })
    await page.signInAgain()
    await small().start()
    await settled()
    expect(page.session.value).toMatchObject({ state: 'expired', trouble: 'notCompleted' })
  })
  it('takes nothing from a window that it did not open', async () => {
    const { page, windows } = await expiredPage()
    windows.join().tell({ told: 'returned', url: returned })
    await settled()
    expect(stateOf(page)).toBe('expired')
  })
})

describe('signing out', () => {
  it('forgets the sign-in and ends it at the issuer', async () => {
    const page = windowOf({ kept: signInOf(1) })
    await page.start()
    await page.signOut()
    expect([stateOf(page), page.token(), page.seen.kept]).toEqual(['signedOut', undefined, undefined])
    expect([page.seen.went, page.timers()]).toEqual([['https://issuer.example/end'], []])
  })
  it('is done here even when the issuer has no way to end a session', async () => {
    const page = windowOf({ kept: signInOf(1), openId: { end: async () => Promise.reject(new Error('none')) } })
    await page.start()
    await page.signOut()
    expect([stateOf(page), page.seen.went]).toEqual(['signedOut', [`${origin}/`]])
  })
  it('holds for the other windows of the same person', async () => {
    const windows = browser()
    const one = windowOf({ kept: signInOf(1), channel: windows.join() })
    const other = windowOf({ kept: signInOf(7), channel: windows.join() })
    const third = windowOf({ kept: signInOf(1, { subject: 'ledu' }), channel: windows.join() })
    for (const page of [one, other, third]) await page.start()
    await one.signOut()
    expect([stateOf(other), stateOf(third)]).toEqual(['signedOut', 'signedIn'])
  })
  it('lets nothing wait any longer', async () => {
    const { page } = await expiredPage()
    const waits = page.expired(true)
    await page.signOut()
    expect(await waits).toBe(false)
  })
})
