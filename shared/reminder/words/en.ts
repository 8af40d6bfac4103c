/* Letters in English: the same order and courtesy as the Chinese ones. */
import type { Letter } from '../letter.ts'
import type { LetterWords, Told } from './letter-words.ts'

const before = ({ due }: Told): string => (due === undefined ? 'by the due time listed for each unit' : `before ${due}`)
const has = ({ unitCount }: Told): string => (unitCount === 1 ? 'has' : 'have')

const holidays: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-autumn Festival',
  国庆节: 'National Day',
}

const subject = (letter: Letter, told: Told): string => {
  const about = `${told.title} (${told.unitCount === 1 ? told.units : `${told.unitCount} units`})`
  switch (letter.kind) {
    case 'opening':
      return `Open for returns (${told.left}): ${about}`
    case 'reminder':
      return letter.timing === 'overdue'
        ? `Overdue (${told.left}): ${about}`
        : `Still to be handed in (${told.left}): ${about}`
    case 'receipt':
      return `Receipt: ${about}`
    case 'sentBack':
      return `Sent back for correction (${told.left}): ${about}`
    case 'reopened':
      return `Reopened for correction (${told.left}): ${about}`
    case 'extended':
      return `Due time extended: ${about}`
  }
}

const lead = (letter: Letter, told: Told): readonly string[] => {
  const title = `“${told.title}”`
  switch (letter.kind) {
    case 'opening':
      return [`${title} is now open for returns from ${told.units}.`, `Please fill in and submit ${before(told)}.`]
    case 'reminder':
      if (letter.timing === 'overdue')
        return [
          `${title} was due${told.due === undefined ? '' : ` on ${told.due}`}; ${told.units} ${has(told)} not handed in yet.`,
          letter.to.role === 'reporter'
            ? 'Please submit as soon as possible. Overdue returns are named in the appraisal circular; if there is a difficulty, please tell the contact below.'
            : 'Please see to it that they are submitted as soon as possible. Overdue returns are named in the appraisal circular.',
        ]
      if (letter.timing === 'dueDay')
        return [
          `${title} is due today; ${told.units} ${has(told)} not handed in yet.`,
          `Please submit ${before(told)}.`,
        ]
      return [`${title} is still to be handed in by ${told.units}.`, `Please fill in and submit ${before(told)}.`]
    case 'receipt':
      return [`The return of ${told.units} for ${title} has arrived. Please keep this receipt.`]
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
  join: namesJoined,
  inZone: (moment, zone) => `${moment} (${zone})`,
  dueLabel: (why) => ({ round: 'Due', level: 'Due', extension: 'Due (extended)', correction: 'Correction due' })[why],
  leftLabel: (isOverdue) => (isOverdue ? 'Status' : 'Time left'),
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
    timeliness: 'Timeliness',
    timelinessIn: { onTime: 'on time', extended: 'within the extension', late: 'late' },
    hash: 'Hash',
  },
  reason: 'Reason',
  comments: 'Comments',
  commentCount: (count) => `${count} cell${count === 1 ? '' : 's'}; please see them in the return`,
  dueBefore: 'Due before',
  dayOff: (day, name) =>
    `${day} is a day off${name === undefined ? '' : ` (${holidays[name] ?? name})`}; the due time stays, so please plan ahead.`,
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
