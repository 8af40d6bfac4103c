/* What every language must be able to say in a letter. A sentence missing in one of them does not compile. */
import type { Letter, LetterUnit } from '../letter.ts'
import type { Contact } from '../letter-context.ts'

/** Facts of a letter, already said in the letter's language. */
export interface Told {
  readonly title: string
  /** 「乐都区」, 「乐都区、平安区」. */
  readonly units: string
  readonly unitCount: number
  /** With weekday and zone, where all units have the same due moment. */
  readonly due?: string | undefined
  /** 「还有 3 个工作日」 of the unit that is due first. */
  readonly left: string
}

export interface LetterWords {
  readonly subject: (letter: Letter, told: Told) => string
  readonly greeting: (name: string) => string
  /** What this is about and by when; the rest is said unit by unit. */
  readonly lead: (letter: Letter, told: Told) => readonly string[]
  readonly join: (names: readonly string[]) => string
  /** A moment with the name of its zone. */
  readonly inZone: (moment: string, zone: string) => string
  readonly dueLabel: (why: LetterUnit['dueWhy']) => string
  readonly leftLabel: (isOverdue: boolean) => string
  readonly missingLabel: string
  readonly notStarted: string
  readonly allFilled: string
  readonly blankCells: (section: string, count: number) => string
  readonly open: string
  readonly view: string
  readonly receipt: {
    readonly number: string
    readonly submittedAt: string
    readonly revision: string
    readonly timeliness: string
    readonly timelinessIn: Readonly<Record<'onTime' | 'extended' | 'late', string>>
    readonly hash: string
  }
  readonly reason: string
  readonly comments: string
  readonly commentCount: (count: number) => string
  readonly dueBefore: string
  /** The due day is a day off; `name` of the holiday in Chinese, where it has one. */
  readonly dayOff: (day: string, name: string | undefined) => string
  readonly unknownYear: (year: number) => string
  readonly nilReturn: string
  readonly calendarAttached: string
  readonly notStatutory: string
  readonly demo: string
  readonly ask: (contact: Contact | undefined, office: string) => string
  readonly footer: string
  readonly eventTitle: (title: string, unit: string) => string
}
