/* Letters in English: the same order and courtesy as the Chinese ones. */
import { holidayInWords } from '../../round/holidays.ts'
import type { Role } from '../../unit/unit.ts'
import type { PlainLetter } from '../letter.ts'
import type { LetterWords, Told } from './letter-words.ts'

const before = ({ due }: Told): string => (due === undefined ? 'by the due time listed for each unit' : `before ${due}`)
const has = ({ unitCount }: Told): string => (unitCount === 1 ? 'has' : 'have')

const subject = (letter: PlainLetter, told: Told): string => {
  const about = `${told.title} (${told.unitCount === 1 ? told.units : `${told.unitCount} units`})`
  switch (letter.kind) {
    case 'opening':
      return `Open for returns (${told.left}): ${about}`
    case 'reminder':
      return letter.timing === 'overdue'
        ? `Overdue (${told.left}): ${about}`
        : `Still to be handed in (${told.left}): ${about}`
    case 'byHand':
      return told.isOverdue ? `Overdue (${told.left}): ${about}` : `Please hand in soon (${told.left}): ${about}`
    case 'digest':
      return `Progress (${told.progress?.day ?? ''}, ${told.progress?.in ?? 0} of ${told.progress?.all ?? 0} in): ${told.title}`
    case 'receipt':
      return `Receipt: ${about}`
    case 'sentBack':
      return `Sent back for correction (${told.left}): ${about}`
    case 'reopened':
      return `Reopened for correction (${told.left}): ${about}`
    case 'reportBack':
      return `Report sent back (${told.left}): ${about}`
    case 'published':
      return letter.published.edition === 1
        ? `Report published: ${about}`
        : `Edition ${letter.published.edition} published: ${about}`
    case 'extended':
      return `Due time extended: ${about}`
  }
}

const nobody: NonNullable<Told['progress']> = { day: '', at: '', all: 0, in: 0, missing: 0 }

/* To whoever fills in, to the leader of the unit, and to those who collect from it. */
const overdueAsks = ({ unitCount }: Told): Readonly<Record<Role, string>> => {
  const they = unitCount === 1 ? 'it is' : 'they are'
  const seeToIt = `Please see to it that ${they} handed in as soon as possible. Overdue returns are named in the appraisal circular`
  return {
    reporter:
      'Please submit as soon as possible. Overdue returns are named in the appraisal circular; if there is a difficulty, please tell the contact below.',
    leader: `${seeToIt}; if there is a difficulty, please tell the contact below.`,
    coordinator: `${seeToIt}.`,
    administrator: `${seeToIt}.`,
  }
}

const overdue = (letter: PlainLetter, told: Told): readonly string[] => [
  `“${told.title}” was due${told.due === undefined ? '' : ` on ${told.due}`}; ${told.units} ${has(told)} not handed it in yet.`,
  overdueAsks(told)[letter.to.role],
]

const lead = (letter: PlainLetter, told: Told): readonly string[] => {
  const title = `“${told.title}”`
  switch (letter.kind) {
    case 'opening':
      return [`${title} is now open for returns from ${told.units}.`, `Please fill in and submit ${before(told)}.`]
    case 'reminder':
      if (letter.timing === 'overdue') return overdue(letter, told)
      if (letter.timing === 'dueDay')
        return [
          `${title} is due today; ${told.units} ${has(told)} not handed it in yet.`,
          `Please submit ${before(told)}.`,
        ]
      return [`${title} is still to be handed in by ${told.units}.`, `Please fill in and submit ${before(told)}.`]
    case 'byHand':
      return told.isOverdue
        ? overdue(letter, told)
        : [`${title} is still to be handed in by ${told.units}.`, `Please fill in and submit ${before(told)}.`]
    case 'digest': {
      const { at, all, in: isIn, missing } = told.progress ?? nobody
      const state = missing === 0 ? 'all of them are in' : `${isIn} are in and ${missing} are missing`
      return [`${title}, as of ${at}: ${all} unit${all === 1 ? '' : 's'} to hand in, ${state}.`]
    }
    case 'receipt':
      return letter.onBehalf === undefined
        ? [`The return of ${told.units} for ${title} has arrived. Please keep this receipt.`]
        : [
            `${title} was filled in and submitted by ${letter.onBehalf} on behalf of ${told.units}. Please check this receipt and keep it.`,
            'If something in it is not right, please tell the contact below.',
          ]
    case 'sentBack':
      return [
        `The return of ${told.units} for ${title} was reviewed and sent back for correction.`,
        `Please correct and submit it again ${before(told)}. Whether it was on time is judged by the first submission and does not change.`,
      ]
    case 'reopened':
      return [
        `The return of ${told.units} for ${title} is open again for correction.`,
        `Please correct and submit it ${before(told)}.`,
      ]
    case 'reportBack':
      return [
        `The report of ${told.units} for ${title} was reviewed by ${letter.by} and sent back.`,
        `Please have it corrected and hand it in again ${before(told)}. Until then the unit above sees provisional figures.`,
      ]
    case 'published':
      return letter.published.edition === 1
        ? [
            `The report of ${told.units} for ${title} has been published. Here is its summary; the whole report is attached.`,
          ]
        : [
            `The report of ${told.units} for ${title} was corrected: this is edition ${letter.published.edition}, with its changes and its summary. The whole report is attached.`,
            'Earlier editions stay as they were; this one takes their place.',
          ]
    case 'extended':
      return [
        `The due time of ${told.units} for ${title} has been extended.`,
        `Please submit ${before(told)}; until then the return counts as extended, not as late.`,
      ]
  }
}

const namesJoined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.slice(-1).join('')}`

export const en: LetterWords = {
  subject,
  greeting: (name) => `Dear ${name},`,
  lead,
  noteLabel: (by) => `Note from ${by}`,
  digest: {
    counts: {
      accepted: 'Accepted',
      toReview: 'To review',
      missing: 'Missing',
      overdue: '– overdue',
      extended: '– extended',
      muted: '– muted',
      unreachable: '– unreachable',
    },
    units: (count) => `${count} unit${count === 1 ? '' : 's'}`,
    missing: 'Missing units',
    cameBack: 'Letters that did not arrive',
    unreachable: 'Units with nobody to write to',
    stage: (stage, isReport) => {
      if (isReport) {
        if (stage === 'sentBack') return 'report sent back'
        return stage === undefined ? 'nothing from below yet' : 'report not handed in'
      }
      return stage === undefined ? 'not started' : stage === 'drafting' ? 'being filled in' : 'sent back'
    },
    filled: (filled, total) => `${filled} of ${total} filled`,
    due: (moment, why) => `${why === 'extension' ? 'extended to' : 'correction due'} ${moment}`,
    overdue: (days) => days,
    mutedBecause: (reason) => `not reminded: ${reason}`,
    nobody: 'nobody to write to; please add or correct the person',
    more: (count) => `${count} more; please see the board.`,
    open: 'Open the board',
  },
  test: 'Test letter: sent to you alone, to show how it looks; no unit has received it.',
  testSubject: (written) => `[Test] ${written}`,
  join: namesJoined,
  inZone: (moment, zone) => `${moment} (${zone})`,
  dueLabel: (why) => ({ round: 'Due', level: 'Due', extension: 'Due (extended)', correction: 'Correction due' })[why],
  leftLabel: () => 'Status',
  missingLabel: 'Not finished',
  notStarted: 'Not started yet',
  allFilled: 'Everything is filled in, but not submitted',
  blankCells: (section, count) =>
    count === 0 ? `${section}: a check has failed` : `${section}: ${count} blank cell${count === 1 ? '' : 's'}`,
  open: 'Open the return',
  view: 'View the return',
  receipt: {
    number: 'Receipt number',
    submittedAt: 'Submitted',
    revision: 'Submission',
    onBehalf: 'On behalf, by',
    timeliness: 'Timeliness',
    timelinessIn: { onTime: 'on time', extended: 'within the extension', late: 'late' },
    hash: 'Hash',
  },
  published: {
    edition: 'Edition',
    editionIn: (edition, moment) => `${edition}, published ${moment}`,
    unitsIn: 'Units in it',
    unitsInOf: (count, all) => (count === all ? `all ${all}` : `${count} of ${all}`),
    besideLast: (now, last, growth) =>
      `${now} (last year ${last}${growth === undefined ? '' : `, ${growth.startsWith('-') ? '' : '+'}${growth}`})`,
    blank: '(blank)',
    notes: 'What to know',
    changes: 'What has changed',
    change: (was, is) => `${was} → ${is}`,
    textChanged: 'the text has changed',
    more: (count) => `${count} more; please see the report.`,
    open: 'Open the summary',
  },
  openReport: 'Open the report',
  reason: 'Reason',
  comments: 'Comments',
  commentCount: (count) => `${count} cell${count === 1 ? '' : 's'}; please see them in the return`,
  dueBefore: 'Due before',
  dayOff: (day, name) =>
    `${day} is a day off${name === undefined ? '' : ` (${holidayInWords(name, 'en')})`}; the due time stays, so please plan ahead.`,
  unknownYear: (year) =>
    `The public holidays of ${year} are not published yet; working days are counted by weekends only.`,
  nilReturn:
    'Please enter 0 where nothing happened; blank cells cannot be submitted. Where a whole table is empty, use the nil return; it has to be submitted too.',
  calendarAttached: 'The attached calendar file puts the due time into your calendar.',
  notStatutory:
    'This is an internal collection; it does not replace the statutory filing with the government of the same level.',
  demo: 'Demonstration data: this letter comes from a demonstration system; do not act on it.',
  ask: (contact, office) =>
    contact === undefined
      ? `Questions? Please ask ${office}.`
      : `Questions? Please ask ${contact.name}${contact.phone === undefined ? '' : `, telephone ${contact.phone}`}, e-mail ${contact.email}.`,
  footer: 'This letter was sent automatically; please do not reply to it. It contains no case data.',
  eventTitle: (title, unit) => `Due: ${title} (${unit})`,
}
