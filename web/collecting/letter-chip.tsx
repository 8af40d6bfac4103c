/* What became of a letter, in words; the colour only supports them. */
import { type LetterStateName, letterStateInWords } from '../../shared/reminder/letter-state.ts'
import { language } from '../language.ts'

const colours = {
  queued: '',
  attempted: '',
  sent: '',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
  refused: 'warn',
  superseded: '',
} as const satisfies Readonly<Record<LetterStateName, string>>

/** 待发送 已发出 已送达 被退回 … */
export const LetterChip = ({ state }: { readonly state: LetterStateName }) => (
  <span class={`chip ${colours[state]}`}>{letterStateInWords[state][language.value]}</span>
)
