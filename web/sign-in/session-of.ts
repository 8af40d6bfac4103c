/*
 * The session of the pages, apart from the browser: who is signed in, how that is renewed before it ends and when the
 * API says it has ended, how one signs in again in place, and what waits for it. Everything it touches is handed in.
 *
 * The API alone says whether a token holds. Renewal ahead of time runs on the time since the token came, so that a
 * computer whose clock is a day off signs in like any other.
 */
import { type HeldSignIn, heldSignIn } from './held-sign-in.ts'
import { isOfWindow, type SignIn, signInIdOf } from './sign-in.ts'
import type { SessionControl, Surroundings, Told } from './surroundings.ts'

const callback = '/signed-in'
const pathOf = (url: string): string => {
  const { pathname, search, hash } = new URL(url)
  return pathname + search + hash
}

/** Renews what is held; resolves true when there is a token to go on with. However many ask, the issuer is asked once. */
const renewalOf = (around: Surroundings, held: HeldSignIn): (() => Promise<boolean>) => {
  let renewing: Promise<boolean> | undefined
  const renewOnce = (): Promise<boolean> => {
    const before = held.current()
    /* Another window may have renewed this sign-in meanwhile, or it was given up. */
    const wentOn = (): boolean => held.current() !== undefined && held.session.value.state === 'signedIn'
    return around.alone(async () => {
      if (before === undefined || held.current() !== before) return wentOn()
      const openId = await around.openId().catch(() => undefined)
      const renewed = openId === undefined ? 'unreachable' : await openId.renew(before)
      if (held.current() !== before) return wentOn()
      if (renewed === 'unreachable') return false
      if (renewed === 'refused') {
        held.expire()
        return false
      }
      held.takeOver(renewed)
      if (before.refreshToken !== undefined) around.tell({ told: 'renewed', was: before.refreshToken, signIn: renewed })
      return true
    })
  }
  return () => {
    renewing ??= renewOnce().finally(() => {
      renewing = undefined
    })
    return renewing
  }
}

/** Takes up what there is when a page opens: a sign-in on its way back, one that was kept, or none. */
const startOf = (around: Surroundings, held: HeldSignIn, renew: () => Promise<boolean>) => {
  const goOn = async (): Promise<void> => {
    const kept = around.kept.read()
    if (kept === undefined) return held.leave()
    const isFresh = kept.seconds === undefined || around.now() - kept.since < kept.seconds * 1000
    if (isFresh) return held.takeOver(kept)
    held.hold(kept)
    if (await renew()) return
    /* Refused: nobody is signed in. No line: what is kept in the browser can be worked on until there is one. */
    if (held.session.value.state === 'expired') held.leave()
    else held.takeOver(kept)
  }
  const comeBack = async (url: string): Promise<void> => {
    try {
      const { signIn, returnTo } = await (await around.openId()).finish(url)
      around.show(returnTo)
      held.takeOver(signIn)
    } catch {
      around.show('/')
      await goOn()
      if (held.session.value.state === 'signedOut') held.leave('notCompleted')
    }
  }
  return (url: string): Promise<void> => (new URL(url).pathname === callback ? comeBack(url) : goOn())
}

/** The ways to the issuer: with the whole page, or in a window beside it. */
const waysOf = (around: Surroundings, held: HeldSignIn) => {
  /* The sign-in for which a window stands open. */
  let awaited: string | undefined
  const withPage = async (): Promise<void> => {
    try {
      const openId = await around.openId()
      around.go(await openId.begin({ returnTo: pathOf(around.here()), inWindow: false }))
    } catch {
      held.fail('unreachable')
    }
  }
  const beside = async (): Promise<void> => {
    const opened = around.openWindow()
    if (opened === undefined) return withPage()
    try {
      const openId = await around.openId()
      const url = await openId.begin({ returnTo: '/', inWindow: true })
      awaited = signInIdOf(url)
      opened.go(url)
    } catch {
      held.fail('unreachable')
    }
  }
  /* Somebody else has signed in where a sign-in had expired: nothing of the first may be sent in their name. */
  const takeUp = (signIn: SignIn): void => {
    const isSame = (held.current()?.subject ?? signIn.subject) === signIn.subject
    if (isSame) held.takeOver(signIn)
    else {
      around.kept.write(signIn)
      around.reload()
    }
  }
  const cameBack = async (url: string): Promise<void> => {
    if (awaited === undefined || signInIdOf(url) !== awaited) return
    awaited = undefined
    try {
      takeUp((await (await around.openId()).finish(url)).signIn)
    } catch {
      held.fail('notCompleted')
    }
  }
  return { withPage, beside, cameBack }
}

/** The session of one window of the pages. */
export const sessionOf = (around: Surroundings): SessionControl => {
  const held = heldSignIn(around, () => void renew())
  const renew = renewalOf(around, held)
  const start = startOf(around, held, renew)
  const ways = waysOf(around, held)
  const { session } = held
  const hear = (told: Told): void => {
    const current = held.current()
    if (told.told === 'returned') void ways.cameBack(told.url)
    else if (told.told === 'renewed') {
      if (current?.refreshToken === told.was) held.takeOver(told.signIn)
    } else if (current?.subject === told.subject) held.leave()
  }
  return {
    session,
    token: () => (session.value.state === 'signedIn' ? held.current()?.accessToken : undefined),
    start: async () => {
      const url = around.here()
      if (new URL(url).pathname === callback && isOfWindow(url)) {
        around.tell({ told: 'returned', url })
        around.closeWindow()
        return false
      }
      around.listen(hear)
      await start(url)
      return true
    },
    expired: async (mayWait) => {
      if (session.value.state === 'signedIn' && (await renew())) return true
      return mayWait && session.value.state === 'expired' ? held.wait() : false
    },
    /* Where nothing can be kept, the whole page cannot leave and come back. */
    signIn: () => (around.isKept ? ways.withPage() : ways.beside()),
    signInAgain: ways.beside,
    signOut: async () => {
      const was = held.current()
      held.leave()
      if (was === undefined) return
      around.tell({ told: 'signedOut', subject: was.subject })
      const openId = await around.openId().catch(() => undefined)
      const url = await openId?.end(was).catch(() => undefined)
      around.go(url ?? new URL('/', around.here()).href)
    },
  }
}
