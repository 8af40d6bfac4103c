/* The bar: place, where I am, who I am. */
import { useLocation } from 'preact-iso'
import { collects, holds } from '../collecting/collects.ts'
import { type Language, language } from '../language.ts'
import { signOut } from '../sign-in/session.ts'
import { later } from './later.tsx'
import { me, notSwitched, switchLanguage } from './me.ts'
import { say } from './words.ts'

const names: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }

const LanguageSwitch = () => (
  <fieldset class="languages">
    <legend class="unseen">{say().languages}</legend>
    {(['zh', 'en'] as const).map((each) => (
      <button
        key={each}
        type="button"
        class="plain"
        lang={each === 'zh' ? 'zh-CN' : 'en'}
        aria-pressed={language.value === each}
        onClick={() => switchLanguage(each)}
      >
        {names[each]}
      </button>
    ))}
  </fieldset>
)

const allWork = () => [...(me.value?.openWork ?? []), ...(me.value?.pastWork ?? [])]

/** Who collects, where it is one and the same for all that I owe. */
const placeName = (): string => {
  const owners = new Set(allWork().map(({ owner }) => owner[language.value]))
  return owners.size === 1 ? [...owners].join('') : ''
}

const CollectingLinks = later(
  () => import('../collecting/collecting-links.tsx'),
  (links) => links.CollectingLinks,
  () => null,
)

const Nav = () => {
  const { path } = useLocation()
  const person = me.value?.person
  const [, round, unit] = /^\/rounds\/([^/]+)\/returns\/([^/]+)/.exec(path) ?? []
  const here = allWork().find((work) => work.round === round && work.unit === unit)
  return (
    <nav aria-label={say().mainNav}>
      {(person === undefined || holds(person, 'reporter') || !collects(person)) && (
        <a href="/" aria-current={path === '/' ? 'page' : undefined}>
          {say().myWork}
        </a>
      )}
      {person !== undefined && collects(person) && <CollectingLinks />}
      {here !== undefined && (
        <a href={`/rounds/${here.round}/returns/${here.unit}`} aria-current="page">
          {here.title}
        </a>
      )}
    </nav>
  )
}

const Who = () => {
  const units = [...new Set(allWork().map(({ unitName }) => unitName[language.value]))]
  return (
    <div class="bar-who">
      {me.value?.demo === true && (
        <span class="chip warn" title={say().demoIs}>
          {say().demo}
        </span>
      )}
      <span>
        {me.value?.person.name}
        <span class="bar-unit">{units.length === 1 ? ` · ${units[0]}` : ''}</span>
      </span>
      <LanguageSwitch />
      <button type="button" class="plain" onClick={() => signOut()}>
        {say().signOut}
      </button>
    </div>
  )
}

export const Bar = () => (
  <>
    <header class="bar">
      <a class="bar-place" href="/">
        {say().huibao}
        <small>{placeName()}</small>
      </a>
      <Nav />
      <Who />
    </header>
    {notSwitched.value && (
      <p class="notice" role="status">
        {say().notSwitched}
      </p>
    )}
  </>
)
