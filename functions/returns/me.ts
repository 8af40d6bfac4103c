/* Who I am, what I owe, and the forms: what a page asks first. */
import { allForms, formById } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { stageOf } from '../../shared/return/moves.ts'
import { takesPart } from '../../shared/round/participation.ts'
import type { Round } from '../../shared/round/round.ts'
import type { Language, Unit } from '../../shared/unit/unit.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import { dueAnswer } from './answers.ts'
import { dueNow } from './situation.ts'

const openWorkIn = async (services: Services, unit: Unit, round: Round, language: Language) => {
  const stored = await services.returns.load(round.id, unit.id)
  const due = dueAnswer(round, dueNow(round, unit, stored), services.now(), language)
  return { round: round.id, title: round.title, unit: unit.id, stage: stageOf(stored.head?.now), due }
}

const openWorkOf = async (services: Services, unit: Unit, language: Language) => {
  const rounds = await services.rounds.ownedBy(unit.path)
  const open = rounds.filter((round) => round.stage === 'open' && takesPart(round, unit))
  return Promise.all(open.map((round) => openWorkIn(services, unit, round, language)))
}

export const getMe = (services: Services) =>
  http(services, 'getMe', async ({ caller, language }) => {
    const { version: _version, ...person } = caller.person
    const own = person.posts.filter((post) => post.role === 'reporter').map((post) => post.unit)
    const units = await services.units.units([...new Set(own)])
    const work = await Promise.all(units.map((unit) => openWorkOf(services, unit, language)))
    return ok({ person: { ...person, posts: [...person.posts] }, openWork: work.flat() })
  })

export const patchMe = (services: Services) =>
  http(services, 'patchMe', async ({ caller, body }) => {
    const next = { ...caller.person, language: body.language, version: caller.person.version + 1 }
    await services.units.putPerson(next, caller.person)
    const { version: _version, ...person } = next
    return ok({ ...person, posts: [...person.posts] })
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
