/* Who I am, what I owe, and the forms: what a page asks first. */
import { allForms, formById } from '../../shared/form/forms.ts'
import { ok, refuse } from '../../shared/refusal.ts'
import { http } from '../pipeline/http.ts'
import type { Services } from '../services.ts'
import type { StoredPerson } from '../store/units.ts'
import { myWork } from './my-work.ts'

const personAnswer = ({ version: _version, ...person }: StoredPerson) => ({ ...person, posts: [...person.posts] })

export const getMe = (services: Services) =>
  http(services, 'getMe', async ({ caller, language }) => {
    const own = caller.person.posts.filter((post) => post.role === 'reporter').map((post) => post.unit)
    const units = await services.units.units([...new Set(own)])
    const work = await myWork(services, units, language)
    return ok({ person: personAnswer(caller.person), ...work, demo: services.demo })
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
    ok({
      forms: allForms.map(({ id, version, title, years }) => ({
        id,
        version,
        title,
        ...(years === undefined ? {} : { years }),
      })),
    }),
  )

export const getForm = (services: Services) =>
  http(services, 'getForm', async ({ path }) => {
    const form = formById(path.edition)
    return form === undefined ? refuse('notFound', { what: path.edition }) : ok({ ...form })
  })
