/* What every language must be able to say in a letter. A sentence missing in one of them does not compile. */

import type { ReturnStage } from '../../return/return.ts'
import type { DueWhy } from '../../round/due.ts'
import type { LetterUnit, PlainLetter } from '../letter.ts'
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
  /** The due moment of every unit has passed. */
  readonly isOverdue: boolean
  readonly progress?: Progress | undefined
}

/** How many of how many are in, in a digest. */
export interface Progress {
  readonly day: string
  /** When it was counted. */
  readonly at: string
  readonly all: number
  readonly in: number
  readonly missing: number
}

/** What a digest says beside the sentence that it opens with. */
export interface DigestWords {
  readonly counts: Readonly<
    Record<'accepted' | 'toReview' | 'missing' | 'overdue' | 'extended' | 'muted' | 'unreachable', string>
  >
  readonly units: (count: number) => string
  readonly missing: string
  readonly cameBack: string
  readonly unreachable: string
  readonly stage: (stage: Exclude<ReturnStage, 'submitted' | 'accepted'> | undefined, isReport: boolean) => string
  readonly filled: (filled: number, total: number) => string
  readonly due: (moment: string, why: Extract<DueWhy, 'extension' | 'correction'>) => string
  readonly overdue: (days: string) => string
  readonly mutedBecause: (reason: string) => string
  readonly nobody: string
  readonly more: (count: number) => string
  readonly open: string
}

export interface LetterWords {
  readonly subject: (letter: PlainLetter, told: Told) => string
  readonly greeting: (name: string) => string
  /** What this is about and by when; the rest is said unit by unit. */
  readonly lead: (letter: PlainLetter, told: Told) => readonly string[]
  /** Over the coordinator's own sentence. */
  readonly noteLabel: (by: string) => string
  readonly digest: DigestWords
  /** A test says on top, and in its subject, that it is one. */
  readonly test: string
  readonly testSubject: (subject: string) => string
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
    readonly onBehalf: string
    readonly timeliness: string
    readonly timelinessIn: Readonly<Record<'onTime' | 'extended' | 'late', string>>
    readonly hash: string
  }
  readonly published: {
    readonly edition: string
    readonly editionIn: (edition: number, moment: string) => string
    readonly unitsIn: string
    readonly unitsInOf: (count: number, all: number) => string
    /** A key figure beside last year's. */
    readonly besideLast: (now: string, last: string, growth: string | undefined) => string
    readonly blank: string
    readonly notes: string
    readonly changes: string
    readonly change: (was: string, is: string) => string
    readonly textChanged: string
    readonly more: (count: number) => string
    readonly open: string
  }
  readonly openReport: string
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
