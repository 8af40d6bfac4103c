/* Who I am, what I owe, and the forms: what a page asks first. */
import { allForms, formById } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { stageOf } from '../../shared/return/moves.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'
import { dueAnswer } from './answers.ts'
import { dueNow } from './situation.ts'

const openWorkIn = async (services: Services, unit: Unit, round: Round, language: Language) => {
  /* Not the draft: a stage and a due moment are all that is said here. */
  const [head, extension] = await Promise.all([
    services.returns.head(round.id, unit.id),
    services.returns.extension(round.id, unit.id),
  ])
  const stored = { ...(head === undefined ? {} : { head }), ...(extension === undefined ? {} : { extension }) }
  const due = dueAnswer(round, dueNow(round, unit, stored), services.now(), language)
  return { round: round.id, title: round.title, unit: unit.id, stage: stageOf(head?.now), due }
}

const openWorkOf = async (services: Services, unit: Unit, language: Language) => {
  const rounds = await services.rounds.ownedBy(unit.path)
  const open = rounds.filter((round) => round.stage === 'open' && takesPart(round, unit))
  return Promise.all(open.map((round) => openWorkIn(services, unit, round, language)))
}

const personAnswer = ({ version: _version, ...person }: StoredPerson) => ({ ...person, posts: [...person.posts] })

export const getMe = (services: Services) =>
  http(services, 'getMe', async ({ caller, language }) => {
    const own = caller.person.posts.filter((post) => post.role === 'reporter').map((post) => post.unit)
    const units = await services.units.units([...new Set(own)])
    const work = await Promise.all(units.map((unit) => openWorkOf(services, unit, language)))
    return ok({ person: personAnswer(caller.person), openWork: work.flat() })
  })

const tries = 5

/** Changes the language and nothing else: who was changed meanwhile is read again, so that a post taken stays taken. */
export const patchMe = (services: Services) =>
  http(services, 'patchMe', async ({ caller, body }) => {
    let before: StoredPerson | undefined = caller.person
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (before === undefined) return refuse('notAMember', { email: caller.person.email })
      const next: StoredPerson = { ...before, language: body.language, version: before.version + 1 }
      if ((await services.units.putPerson(next, before)) === 'saved') return ok(personAnswer(next))
      before = await services.units.person(caller.person.id)
    }
    return refuse('busy', undefined)
  })

export const listForms = (services: Services) =>
  http(services, 'listForms', async () =>
    ok({ forms: allForms.map(({ id, version, title }) => ({ id, version, title })) }),
  )

export const getForm = (services: Services) =>
  http(services, 'getForm', async ({ path }) => {
    const form = formById(path.edition)
    return form === undefined ? refuse('notFound', { what: path.edition }) : ok({ ...form })
  })
