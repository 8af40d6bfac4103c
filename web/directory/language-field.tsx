/* In which language somebody is written to. */
import type { Language } from '../language.ts'
import { say } from './words.ts'

interface LanguageFieldProps {
  readonly id: string
  readonly value: Language
  readonly change: (language: Language) => void
}

export const LanguageField = ({ id, value, change }: LanguageFieldProps) => (
  <fieldset class="field" id={`${id}-language`} tabIndex={-1}>
    <legend>{say().language}</legend>
    {(['zh', 'en'] as const).map((each) => (
      <label key={each} class="choice">
        <input type="radio" name={`${id}-language`} checked={value === each} onChange={() => change(each)} />
        {say()[each]}
      </label>
    ))}
  </fieldset>
)
