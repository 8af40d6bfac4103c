/* A new unit, or changes of one: names in both languages, and the unit above. */
import { useSignal } from '@preact/signals'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import { idWords, isId } from '../../shared/unit/written.ts'
import { ask } from '../api/collecting.ts'
import { language } from '../language.ts'
import { Field, Form, problemAt } from './field.tsx'
import { unitNamed } from './known-units.ts'
import { UnitSaid } from './posts-field.tsx'
import { type Refused, refusedBy } from './refused.ts'
import type { ListedUnit } from './tree.ts'
import { useTyped } from './typed.ts'
import { say } from './words.ts'

interface TypedUnit {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly shortZh: string
  readonly shortEn: string
  readonly parent: string
}

const kept = new Map<string, TypedUnit>()
/* As the API's paths name them. */
const fields = ['unit', 'name.zh', 'name.en', 'shortName.zh', 'shortName.en', 'parent'] as const
const codes = {
  unitLoop: 'parent',
  unitHasBelow: 'parent',
  unitInOpenRound: 'parent',
  notFound: 'parent',
  notYours: 'parent',
} as const

const bodyOf = ({ zh, en, shortZh, shortEn, parent }: TypedUnit, scope: ListedUnit['scope']) => {
  const or = (text: string, instead: string): string => (text.trim() === '' ? instead.trim() : text.trim())
  return {
    name: { zh: zh.trim(), en: or(en, zh) },
    shortName: { zh: or(shortZh, zh), en: or(shortEn, or(shortZh, en === '' ? zh : en)) },
    ...(parent.trim() === '' ? {} : { parent: parent.trim() }),
    /* What a unit calls its figures is no matter of this form, and stays. */
    ...(scope === undefined ? {} : { scope }),
  }
}

interface UnitFormProps {
  /** Undefined: a new one. */
  readonly unit: ListedUnit | undefined
  /** Of a new one. */
  readonly parent: string
  readonly saved: (unit: AnswerOf<Routes['putUnit']>) => void
  readonly cancel: () => void
}

export const UnitForm = ({ unit, parent, saved, cancel }: UnitFormProps) => {
  const words = say()
  const begin: TypedUnit = {
    code: unit?.id ?? '',
    zh: unit?.name.zh ?? '',
    en: unit?.name.en ?? '',
    shortZh: unit?.shortName.zh ?? '',
    shortEn: unit?.shortName.en ?? '',
    parent: unit === undefined ? parent : (unit.parent ?? ''),
  }
  const { typed, type, forget } = useTyped(kept, unit === undefined ? `unit below ${parent}` : `unit ${unit.id}`, begin)
  const refused = useSignal<Refused | undefined>(undefined)
  const busy = useSignal(false)
  const save = async () => {
    const code = typed.peek().code.trim()
    /* A new unit must not take the place of one that is there: PUT would change that. */
    if (unit === undefined && unitNamed(code) !== undefined) {
      refused.value = { at: [{ field: 'unit', sentence: words.codeTaken }], rest: [] }
      return
    }
    if (!isId(code)) {
      refused.value = { at: [{ field: 'unit', sentence: idWords[language.value] }], rest: [] }
      return
    }
    busy.value = true
    const answer = await ask('putUnit', { path: { unit: code }, body: bodyOf(typed.peek(), unit?.scope) })
    busy.value = false
    refused.value = answer.ok ? undefined : refusedBy(answer.problem, fields, codes)
    if (!answer.ok) return
    forget()
    saved(answer.value)
  }
  const { value } = typed
  const at = problemAt(refused.value)
  return (
    <Form
      title={unit === undefined ? words.newUnit : words.editUnit}
      id="unit"
      refused={refused.value}
      busy={busy.value}
      action={words.save}
      save={save}
      cancel={() => {
        forget()
        cancel()
      }}
    >
      {unit === undefined && (
        <Field
          id="unit-unit"
          label={words.code}
          hint={words.codeHint}
          value={value.code}
          {...at('unit')}
          change={(text) => type({ code: text })}
        />
      )}
      <Field id="unit-name.zh" label={words.nameZh} value={value.zh} {...at('name.zh')} change={(zh) => type({ zh })} />
      <Field
        id="unit-name.en"
        label={words.nameEn}
        hint={words.sameAsZh}
        value={value.en}
        {...at('name.en')}
        change={(en) => type({ en })}
      />
      <Field
        id="unit-shortName.zh"
        label={words.shortZh}
        hint={words.sameAsZh}
        value={value.shortZh}
        {...at('shortName.zh')}
        change={(shortZh) => type({ shortZh })}
      />
      <Field
        id="unit-shortName.en"
        label={words.shortEn}
        hint={words.sameAsZh}
        value={value.shortEn}
        {...at('shortName.en')}
        change={(shortEn) => type({ shortEn })}
      />
      <Field
        id="unit-parent"
        label={words.parent}
        hint={words.parentHint}
        list="unit-codes"
        value={value.parent}
        {...at('parent')}
        change={(text) => type({ parent: text })}
      />
      <p>
        <UnitSaid code={value.parent} />
      </p>
    </Form>
  )
}
