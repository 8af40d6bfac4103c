/* The browser and the server, as far as an open return touches them: everything is handed in. */
import type { Form } from '../../shared/form/form.ts'
import type { Answered, ReturnAnswer, SavedAnswer } from '../api/client.ts'
import { noAnswer, type Problem } from '../api/problem.ts'
import type { Kept, Owner } from './kept.ts'
import type { PatchBody } from './saving.ts'
import { say } from './saving-words.ts'

export interface Target {
  readonly round: string
  readonly unit: string
}

/** The browser, as far as an open return touches it. What begins with `on` answers with its end. */
export interface Surroundings {
  readonly get: (target: Target) => Promise<Answered<ReturnAnswer>>
  readonly patch: (target: Target, body: PatchBody) => Promise<Answered<SavedAnswer>>
  readonly fill: (
    target: Target,
    body: { readonly section: string; readonly with: 'zero' | 'nil'; readonly base: number },
  ) => Promise<Answered<SavedAnswer>>
  readonly loadForm: (id: string) => Promise<Form | undefined>
  readonly kept: (owner: Owner) => Kept
  readonly after: (ms: number, run: () => void) => () => void
  readonly chance: () => number
  /** Does work until it says false, and lets the page breathe between. */
  readonly inSlices: (work: () => boolean) => Promise<void>
  readonly onLine: (run: () => void) => () => void
  readonly onSignedIn: (run: () => void) => () => void
  readonly onHidden: (run: () => void) => () => void
  readonly onShown: (run: () => void) => () => void
}

export interface Forms {
  readonly form: Form
  readonly lastForm: Form | undefined
}

const noForm = (): Problem => ({ code: 'gateway', status: 0, detail: say().noSuchForm, errors: [], facts: {} })

/** The form of the round, and that of last year's return. */
export const formsOf = async (
  { loadForm }: Surroundings,
  { round, lastYear }: ReturnAnswer,
): Promise<Answered<Forms>> => {
  try {
    const [form, lastForm] = await Promise.all([
      loadForm(round.forms.join('+')),
      lastYear === undefined ? undefined : loadForm(lastYear.form),
    ])
    return form === undefined ? { ok: false, problem: noForm() } : { ok: true, value: { form, lastForm } }
  } catch {
    return { ok: false, problem: noAnswer() }
  }
}
