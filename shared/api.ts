/*
 * The HTTP contract as data: every route with its schemas, the function that answers it, and what its rights are
 * asked about. The pipeline, the local server, the gateway, the rights test and the OpenAPI document read this table.
 * Strict bodies: an unknown key is refused. Bodies' cells are read by the form's own schema, not here.
 * Schemas of objects are lazy: a request needs two or three of them, and to build all took a start 20 ms.
 */
import * as z from 'zod/mini'
import { once } from './once.ts'
import { instant, isZone, localDate } from './time.ts'
import { emailPattern, emailWords, idPattern, idWords, longest, longestEmail, mostPosts } from './unit/written.ts'

const reads = (read: (text: string) => unknown) => (text: string) => {
  try {
    read(text)
    return true
  } catch {
    return false
  }
}

/* What is asked for, in both languages: the pipeline parts the two again (functions/pipeline/issue-words.ts). */
const asks = (zh: string, en: string): string => `${zh}\n${en}`

/*
 * RFC 3339 wants an offset: a moment without one would be read in nobody's zone. Temporal reads more than that, years
 * of six digits among it, which would no longer sort as text.
 */
const rfc3339 = /^(19|2[0-2])\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/
const calendarDay = /^(19|2[0-2])\d\d-\d\d-\d\d$/
const moment = z
  .string()
  .check(
    z.refine(
      (text) => rfc3339.test(text) && reads(instant)(text),
      asks(
        '应为带时区的时刻，如 2020-02-01T00:00:00+08:00，且须是历法中存在的日期。',
        'A moment as RFC 3339 with offset, 2020-02-01T00:00:00+08:00, on a day that the calendar has.',
      ),
    ),
  )
const day = z
  .string()
  .check(
    z.refine(
      (text) => calendarDay.test(text) && reads(localDate)(text),
      asks('应为历法中存在的日期，如 2020-02-29。', 'A day that the calendar has, written YYYY-MM-DD.'),
    ),
  )
const id = z.string().check(z.regex(idPattern, asks(idWords.zh, idWords.en)))
/* Sections of a form are named by the form: `otherMatters`. */
const sectionId = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/,
      asks('应为表式中一个部分的编号。', 'This takes the id of a section of the form.'),
    ),
  )
const timeOfDay = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, asks('时刻应写作 09:00。', 'A time of day is written 09:00.')))
/* U+0000 cannot be printed or stored by every consumer; half a surrogate pair is not a character. */
const isWellFormed = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
const plainText = (max: number) =>
  z
    .string()
    .check(
      z.maxLength(max),
      z.refine(
        isWellFormed,
        asks(
          '文字中含有空字符或残缺的字符，请删除后重试。',
          'The text holds a null character or half a character; remove it.',
        ),
      ),
    )
const isSaid = (text: string): boolean => text.trim().length > 0
const line = (max: number) =>
  plainText(max).check(
    z.refine(isSaid, asks('此项不能为空。', 'This cannot be empty.')),
    z.regex(/^[^\r\n]*$/, asks('此项只能有一行。', 'This is one line.')),
  )
const reason = plainText(2000).check(z.refine(isSaid, asks('请用文字写明理由。', 'Give a reason in words.')))
const email = z.string().check(z.maxLength(longestEmail), z.regex(emailPattern, asks(emailWords.zh, emailWords.en)))
const zone = z
  .string()
  .check(
    z.refine(
      isZone,
      asks('没有这个时区，请写作 Asia/Shanghai 这样的名称。', 'No such time zone; write one such as Asia/Shanghai.'),
    ),
  )
const words = z.lazy(() => z.strictObject({ zh: line(longest.name), en: line(longest.nameEn) }))
const language = z.enum(['zh', 'en'])
const role = z.enum(['reporter', 'coordinator', 'leader', 'administrator'])
const stage = z.enum(['notStarted', 'drafting', 'submitted', 'sentBack', 'accepted'])
const timing = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('opening') }),
    z.strictObject({
      kind: z.literal('before'),
      count: z.int().check(z.gte(1), z.lte(120)),
      of: z.enum(['workingDays', 'days']),
    }),
    z.strictObject({ kind: z.literal('dueDay') }),
    z.strictObject({
      kind: z.literal('after'),
      count: z.int().check(z.gte(1), z.lte(60)),
      of: z.enum(['workingDays', 'days']),
    }),
  ]),
)
const stepId = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9]{1,20}$/,
      asks('步骤编号只能用字母和数字，最多 20 个字符。', 'A step id has letters and digits, 20 at most.'),
    ),
  )
const ladder = z.lazy(() =>
  z
    .array(
      z.strictObject({
        id: stepId,
        timing,
        at: timeOfDay,
        to: z.array(role).check(z.minLength(1)),
      }),
    )
    .check(z.maxLength(20)),
)
const calendar = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    extraDaysOff: z._default(z.array(day).check(z.maxLength(60)), []),
    extraWorkdays: z._default(z.array(day).check(z.maxLength(60)), []),
  }),
)

const cells = z.lazy(() => z.record(z.string(), z.unknown()))
const finding = z.lazy(() =>
  z.object({
    check: z.string(),
    ruleId: z.string(),
    class: z.enum(['A', 'B', 'C', 'D']),
    cells: z.array(z.string()),
    message: z.object({ zh: z.string(), en: z.string() }),
    left: z.optional(z.string()),
    right: z.optional(z.string()),
    /** Sentences of narratives that are meant: UTF-16 offsets, `end` not included. */
    passages: z.optional(z.array(z.object({ cell: z.string(), start: z.int(), end: z.int() }))),
    key: z.string(),
    reason: z.optional(z.string()),
  }),
)
const actor = z.lazy(() => z.object({ id: z.string(), name: z.string(), onBehalf: z.optional(z.literal(true)) }))
const receipt = z.lazy(() =>
  z.object({
    number: z.string(),
    revision: z.int(),
    submittedAt: moment,
    dueAt: moment,
    timeliness: z.enum(['onTime', 'extended', 'late']),
    hash: z.string(),
    version: z.int(),
  }),
)
const due = z.lazy(() =>
  z.object({ dueAt: moment, why: z.string(), inWords: z.string(), left: z.string(), isDayOff: z.boolean() }),
)
const signOff = z.lazy(() =>
  z.strictObject({
    preparedBy: line(60),
    reviewedBy: line(60),
    confidentialityReviewedBy: line(60),
    phone: line(40).check(z.regex(/^[0-9+() -]{5,40}$/, asks('应为电话号码。', 'This takes a telephone number.'))),
  }),
)
const comment = z.lazy(() => z.strictObject({ cell: line(120), text: reason }))
/* They lie in the head of the return and on the board, in one item each. */
const comments = z.lazy(() =>
  z.array(comment).check(
    z.maxLength(200),
    z.refine(
      (all) => all.reduce((sum, { text }) => sum + text.length, 0) <= 20_000,
      asks('意见合计不能超过 20000 字。', 'Comments have 20,000 characters in all, at most.'),
    ),
  ),
)
const answeredComment = z.lazy(() =>
  z.object({
    cell: z.string(),
    text: z.string(),
    /** What the unit says to it. */
    answer: z.optional(z.object({ text: z.string(), by: actor, at: moment })),
  }),
)
/** Comments of a review that is not sent yet: for the coordinators, never for the unit. */
const reviewDraft = z.lazy(() =>
  z.object({
    revision: z.int(),
    /** Base of the next save. */
    version: z.int(),
    comments: z.array(z.object({ cell: z.string(), text: z.string(), by: actor })),
    by: actor,
    at: moment,
  }),
)
const oddAmong = z.lazy(() => z.object({ median: z.number(), count: z.int() }))
const correction = z.lazy(() =>
  z.object({
    kind: z.enum(['sentBack', 'reopened']),
    reason: z.string(),
    comments: z.array(answeredComment),
    dueAt: moment,
    at: moment,
    by: actor,
    revision: z.int(),
    countedRevision: z.optional(z.int()),
  }),
)
const log = z.lazy(() =>
  z.object({
    entries: z.array(
      z.object({
        at: moment,
        by: z.optional(actor),
        what: z.string(),
        facts: z.optional(z.record(z.string(), z.unknown())),
      }),
    ),
    after: z.optional(z.string()),
  }),
)
const scopeWords = z.lazy(() => z.strictObject({ own: words, whole: words }))
const unit = z.lazy(() =>
  z.object({
    id,
    scope: z.optional(scopeWords),
    name: words,
    shortName: words,
    parent: z.optional(id),
    path: z.array(id),
    hasBelow: z.boolean(),
  }),
)
const listedUnit = z.lazy(() =>
  z.object({
    id,
    scope: z.optional(scopeWords),
    name: words,
    shortName: words,
    parent: z.optional(id),
    path: z.array(id),
    hasBelow: z.boolean(),
    /** No reporter whose address letters reach. */
    unreachable: z.boolean(),
  }),
)
const post = z.lazy(() => z.strictObject({ unit: id, role }))
const person = z.lazy(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.optional(z.string()),
    language,
    posts: z.array(post),
  }),
)
const personBody = z.lazy(() =>
  z.strictObject({
    name: line(longest.person),
    email,
    phone: z.optional(line(longest.phone)),
    language: z._default(language, 'zh'),
    posts: z.array(post).check(z.minLength(1), z.maxLength(mostPosts)),
  }),
)
/** A person in the directory, with what is known of their address: do letters reach it? */
const keptPerson = z.lazy(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.optional(z.string()),
    language,
    posts: z.array(post),
    address: z.enum(['ok', 'bounced', 'complained']),
  }),
)
/* Somebody who is registered, by id, or somebody new. */
const successor = z.lazy(() =>
  z
    .strictObject({
      person: z.optional(line(120)),
      name: z.optional(line(longest.person)),
      email: z.optional(email),
      phone: z.optional(line(longest.phone)),
      language: z.optional(language),
    })
    .check(
      z.refine(
        ({ person: known, name, email: address, phone, language: tongue }) =>
          known === undefined
            ? name !== undefined && address !== undefined
            : [name, address, phone, tongue].every((one) => one === undefined),
        asks(
          '请写明接任人：已登记人员的编号，或新人员的姓名和邮箱，二者选一。',
          'Name the successor: the id of a registered person, or name and e-mail of a new one; one of the two.',
        ),
      ),
    ),
)
const importAnswer = z.lazy(() => {
  const said = z.object({ zh: z.string(), en: z.string() })
  const cells = z.record(z.string(), z.string())
  return z.object({
    saved: z.boolean(),
    counts: z.object({
      unitsNew: z.int(),
      unitsChanged: z.int(),
      peopleNew: z.int(),
      peopleChanged: z.int(),
      unchanged: z.int(),
    }),
    changes: z.array(
      z.object({
        sheet: z.optional(z.string()),
        row: z.int(),
        kind: z.enum(['unitNew', 'unitChanged', 'personNew', 'personChanged']),
        unit: z.optional(id),
        /** Their address. */
        person: z.optional(z.string()),
        was: z.optional(cells),
        is: cells,
        words: said,
      }),
    ),
    /** With a problem nothing is written. `column` is its letter. */
    problems: z.array(
      z.object({
        sheet: z.optional(z.string()),
        row: z.optional(z.int()),
        column: z.optional(z.string()),
        message: said,
      }),
    ),
  })
})
const myWork = z.lazy(() =>
  z.object({
    round: id,
    title: z.string(),
    year: z.int(),
    zone: z.string(),
    statutory: z.boolean(),
    /** The unit that collects: whose round it is. */
    owner: words,
    unit: id,
    unitName: words,
    stage,
    due,
    timeliness: z.enum(['open', 'onTime', 'extended', 'late', 'overdue']),
    /** The server's day in the round's zone, in words. */
    today: z.string(),
    /** Of a correction that is asked for; 0 otherwise. */
    comments: z.int(),
    /** Absent: nobody has typed yet. */
    progress: z.optional(z.object({ filled: z.int(), total: z.int() })),
    failedChecks: z.optional(z.int()),
    correction: z.optional(z.object({ kind: z.enum(['sentBack', 'reopened']), reason: z.string() })),
    receipt: z.optional(z.object({ number: z.string(), submittedAt: moment })),
  }),
)
const roundBody = once(() => ({
  title: line(120),
  opensAt: moment,
  dueAt: moment,
  dueByLevel: z.record(z.string().check(z.regex(/^[0-9]$/)), moment),
  zone,
  units: z.union([z.literal('below'), z.array(id).check(z.minLength(1), z.maxLength(500))]),
  ladder,
  calendar,
  statutory: z.boolean(),
  extraChecks: z.array(z.enum(['R7x'])),
}))
const round = z.lazy(() =>
  z.object({
    id,
    ...roundBody(),
    owner: id,
    forms: z.array(z.string()),
    year: z.int(),
    stage: z.enum(['planned', 'approved', 'open', 'closed', 'published']),
    version: z.int(),
    edition: z.int(),
    hints: z.optional(z.array(z.object({ zh: z.string(), en: z.string() }))),
  }),
)
const returnAnswer = z.lazy(() =>
  z.object({
    round: z.object({
      id,
      title: z.string(),
      year: z.int(),
      forms: z.array(z.string()),
      extraChecks: z.array(z.string()),
      statutory: z.boolean(),
      stage: z.enum(['planned', 'approved', 'open', 'closed', 'published']),
      zone: z.string(),
    }),
    unit: z.object({ id, name: words, shortName: words }),
    /** The unit that collects this return: whom its cover sheet addresses. */
    collector: words,
    /** The caller: whom the log names for what they save. */
    you: z.object({ id: z.string(), name: z.string() }),
    may: z.object({ edit: z.boolean(), submit: z.boolean(), withdraw: z.boolean() }),
    /** The coordinators of the unit that collects this return. */
    ask: z.array(z.object({ name: z.string(), phone: z.optional(z.string()), email: z.string() })),
    stage,
    version: z.int(),
    cells,
    computed: cells,
    incomplete: z.array(z.string()),
    filled: z.record(z.string(), z.enum(['zero', 'nil', 'lastYear'])),
    lastYear: z.optional(
      z.object({
        form: z.string(),
        year: z.int(),
        /** Beside the cells of this year's form; computed cells of last year's as well. */
        cells,
        notComparable: z.record(z.string(), z.string()),
        /** Cells of last year's own form that say something else there, or stand beside no cell of this year's. */
        rest: cells,
      }),
    ),
    checks: z.array(finding),
    /** For who reviews: with how many units' texts this one's were compared (R14), and how many more there are. */
    comparedTexts: z.optional(z.object({ units: z.int(), skipped: z.int() })),
    reasons: z.array(z.object({ check: z.string(), cell: z.string(), text: z.string(), by: actor, at: moment })),
    correction: z.optional(correction),
    comments: z.array(answeredComment),
    signOff: z.optional(signOff),
    /** Who handed the latest revision in; `onBehalf` when a coordinator did it for the unit. */
    handedInBy: z.optional(actor),
    /** For who reviews, as everything below that is optional: figures far from other units' or the unit's own years. */
    outliers: z.optional(
      z.array(
        z.object({
          cell: z.string(),
          value: z.unknown(),
          units: z.optional(oddAmong),
          years: z.optional(oddAmong),
        }),
      ),
    ),
    /** Cells that differ from the revision that was sent back or reopened; getChanges has the values. */
    changedSince: z.optional(z.object({ revision: z.int(), cells: z.array(z.string()) })),
    reviewDraft: z.optional(reviewDraft),
    /** At every stage: what the reviewer may do now, and what a due moment of a correction is chosen with. */
    reviewer: z.optional(
      z.object({ mayReview: z.boolean(), mayReopen: z.boolean(), suggestedDue: due, daysOff: z.array(day) }),
    ),
    due,
    receipt: z.optional(receipt),
    revisions: z.int(),
    head: z.string(),
  }),
)
const otherCell = z.lazy(() =>
  z.object({
    cell: z.string(),
    value: z.unknown(),
    who: actor,
    when: moment,
    filled: z.optional(z.enum(['zero', 'nil', 'lastYear'])),
  }),
)
const savedAnswer = z.lazy(() =>
  z.object({
    /** The server's clock, for "saved 14:02": the computer's may be wrong. */
    at: moment,
    version: z.int(),
    computed: cells,
    incomplete: z.array(z.string()),
    checks: z.array(finding),
    progress: z.object({ filled: z.int(), total: z.int() }),
    /** Cells that were changed after `base` and not by this request: by others, or from another window. */
    others: z.array(otherCell),
    /** Reasons that were sent and that no finding asks for any more: they were not kept. */
    reasonsNotNeeded: z.optional(z.array(z.object({ check: z.string(), cell: z.string() }))),
  }),
)
const revision = once(() => ({
  revision: z.int(),
  at: moment,
  by: actor,
  hash: z.string(),
  previous: z.string(),
  signOff: z.optional(signOff),
  receipt,
}))
const letterState = z.enum([
  'queued',
  'attempted',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'superseded',
  'refused',
])
const boardRow = z.lazy(() =>
  z.object({
    unit: id,
    name: words,
    stage,
    progress: z.optional(z.object({ filled: z.int(), total: z.int() })),
    due,
    timeliness: z.enum(['open', 'onTime', 'extended', 'late', 'overdue']),
    lastActivityAt: z.optional(moment),
    revisions: z.int(),
    timesSentBack: z.int(),
    failedChecks: z.optional(z.int()),
    /** Of the failed checks: with a reason. */
    explainedChecks: z.optional(z.int()),
    /** Comments of a correction that the unit has not answered. */
    openComments: z.int(),
    /** The revision that waits for a review. */
    toReview: z.optional(z.int()),
    extension: z.optional(z.object({ dueAt: moment, reason: z.string(), at: moment, by: actor })),
    muted: z.optional(z.object({ reason: z.string(), at: moment, by: actor })),
    /** Reminders written, by the ladder and by hand, and not overtaken. */
    reminded: z.object({ times: z.int(), lastAt: z.optional(moment) }),
    /** The newest letter to the unit's people and what became of it; of several posted at once, the one in trouble. */
    newestLetter: z.optional(z.object({ kind: z.string(), state: letterState, at: moment })),
    /** It collects from units below it and hands its report up: it has a board of its own. */
    collects: z.boolean(),
    people: z.array(
      z.object({
        name: z.string(),
        role,
        email: z.string(),
        phone: z.optional(z.string()),
        address: z.enum(['ok', 'bounced', 'complained']),
      }),
    ),
    /** No reporter whose address letters reach. */
    unreachable: z.boolean(),
  }),
)
const boardAnswer = z.lazy(() =>
  z.object({
    round: z.object({
      title: z.string(),
      year: z.int(),
      zone: z.string(),
      stage: z.enum(['planned', 'approved', 'open', 'closed', 'published']),
      due,
    }),
    /** The server's day in the round's zone. */
    today: day,
    /** The unit whose board it is. */
    collector: z.object({ id, name: words, shortName: words }),
    rows: z.array(boardRow),
    dayOff: z.optional(z.string()),
  }),
)
const appraisalRow = z.lazy(() =>
  z.object({
    unit: id,
    name: words,
    /** A middle unit: its report is what it owes here, and of that only the first two columns are known. */
    isReport: z.optional(z.literal(true)),
    standing: z.enum(['onTime', 'extended', 'late', 'missing', 'open']),
    dueAt: moment,
    dueInWords: z.string(),
    firstSubmittedAt: z.optional(moment),
    /** Calendar days and working days after the due day; 0: late on the due day itself. */
    daysLate: z.optional(z.object({ calendar: z.int(), working: z.int() })),
    extension: z.optional(z.object({ dueAt: moment, dueInWords: z.string(), reason: z.string() })),
    revisions: z.optional(z.int()),
    timesSentBack: z.optional(z.int()),
    corrections: z.optional(z.object({ onTime: z.int(), late: z.int() })),
    correctionDue: z.optional(z.object({ dueAt: moment, dueInWords: z.string(), isOverdue: z.boolean() })),
    /** Reasons given to checks in the latest submission, by class. */
    explained: z.optional(z.object({ B: z.int(), C: z.int() })),
    filledAtOnce: z.optional(z.int()),
    onBehalf: z.optional(z.literal(true)),
  }),
)
const appraisalAnswer = z.lazy(() =>
  z.object({
    asOf: moment,
    zone: z.string(),
    rows: z.array(appraisalRow),
    counts: z.object({ onTime: z.int(), extended: z.int(), late: z.int(), missing: z.int(), open: z.int() }),
    /** On time or within an extension, of those that have handed in or whose due moment has passed. */
    rate: z.optional(z.object({ part: z.int(), of: z.int(), percent: z.string() })),
  }),
)
const member = z.lazy(() =>
  z.object({
    unit: id,
    name: words,
    scope: z.enum(['own', 'below']),
    state: z.enum(['provisional', 'accepted', 'handedIn']),
    revision: z.optional(z.int()),
    hash: z.string(),
    submittedAt: z.optional(moment),
    timeliness: z.optional(z.string()),
    unitsIn: z.int(),
    unitsMissing: z.int(),
    unitsLate: z.int(),
    unitsProvisional: z.int(),
  }),
)
const reportAnswer = z.lazy(() =>
  z.object({
    scope: words,
    figures: cells,
    units: z.object({ unitsIn: z.int(), unitsMissing: z.int(), unitsLate: z.int(), unitsProvisional: z.int() }),
    in: z.array(member),
    missing: z.array(z.object({ unit: id, name: words, stage, timeliness: z.string() })),
    checks: z.array(finding),
    yearOnYear: z.array(
      z.object({
        cell: z.string(),
        now: z.unknown(),
        last: z.unknown(),
        growth: z.optional(z.string()),
        outlier: z.optional(z.literal(true)),
        notComparable: z.optional(z.string()),
      }),
    ),
    narratives: z.object({ own: cells, units: z.record(z.string(), cells) }),
    lists: z.array(z.object({ unit: id, section: z.string(), rows: z.array(cells) })),
    editionOfReport: z.int(),
    /** Of a middle unit: where its report stands with the unit above. */
    above: z.optional(
      z.object({
        stage,
        /** Of what was handed in. */
        hash: z.optional(z.string()),
        handedInAt: z.optional(moment),
        review: z.optional(
          z.object({
            decision: z.enum(['accept', 'sendBack']),
            at: moment,
            by: actor,
            reason: z.optional(z.string()),
            due: z.optional(due),
          }),
        ),
        mayReview: z.boolean(),
      }),
    ),
    version: z.int(),
    hash: z.string(),
    provisional: z.boolean(),
  }),
)
const archivedReport = z.lazy(() =>
  z.object({
    unit: id,
    name: words,
    year: z.int(),
    form: z.string(),
    /** When it was published, or came in. */
    at: moment,
    published: z.optional(z.object({ round: id, title: z.string(), edition: z.int(), hash: z.string() })),
    /** Of an imported report. */
    source: z.optional(z.string()),
    /** Where the words stand: the sentence around them. */
    hits: z.array(z.object({ cell: z.string(), label: words, before: z.string(), hit: z.string(), after: z.string() })),
  }),
)
const published = z.lazy(() =>
  z.object({
    edition: z.int(),
    hash: z.string(),
    publishedAt: moment,
    changes: z.array(z.object({ cell: z.string(), was: z.unknown(), is: z.unknown() })),
  }),
)
const letterText = z.lazy(() =>
  z.object({ to: z.string(), name: z.string(), subject: z.string(), text: z.string(), html: z.string() }),
)
const moved = z.lazy(() => z.object({ stage, version: z.int() }))
/** `due`: of the correction, where one is asked for. */
const reviewed = z.lazy(() => z.object({ stage, version: z.int(), due: z.optional(due) }))
const nothing = z.lazy(() => z.object({}))
const after = z.optional(
  z
    .string()
    .check(
      z.regex(
        /^LOG#[0-9TZ:.-]{24}#[0-9]{5,}$/,
        asks('应为上一页给出的位置。', 'This takes what the page before gave.'),
      ),
    ),
)
/** Formats of a return or a report as a file; the last two are open data. */
export const documentFormats = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const
/** The whole document, or its figures beside last year's. */
const documentContent = ['document', 'comparison'] as const
const wholeNumber = z.string().check(z.regex(/^[0-9]{1,9}$/, asks('应为整数。', 'This takes a whole number.')))

const yesOrNo = () => z.enum(['true', 'false'])
/** Media type of an Excel workbook. */
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const historyScope = z._default(z.enum(['own', 'report']), 'own')
/** R2–R4 compare a stated total with the computed one; the two values are named so. */
const historyFinding = z.lazy(() =>
  z.object({
    check: z.string(),
    cells: z.array(z.string()),
    stated: z.optional(z.string()),
    computed: z.optional(z.string()),
    message: z.object({ zh: z.string(), en: z.string() }),
  }),
)
const historyAnswer = z.lazy(() => {
  const said = z.object({ zh: z.string(), en: z.string() })
  const place = { sheet: z.optional(z.string()), at: z.optional(z.string()) }
  return z.object({
    saved: z.boolean(),
    /** How often the year was imported: 0, never yet. */
    version: z.int(),
    /** How many cells hold something. */
    figures: z.int(),
    changes: z.array(
      z.object({
        cell: z.string(),
        label: said,
        ...place,
        was: z.unknown(),
        is: z.unknown(),
        confirm: z.optional(z.literal(true)),
      }),
    ),
    /** Of a workbook; with one nothing is saved. */
    problems: z.array(
      z.object({ ...place, cell: z.optional(z.string()), rule: z.optional(z.string()), message: said }),
    ),
    findings: z.array(historyFinding),
  })
})
const workbookAnswer = z.lazy(() => {
  const said = z.object({ zh: z.string(), en: z.string() })
  /* Where it stands in the file: the sheet as it is called there, and B7. Absent for a removed row of a list. */
  const place = { sheet: z.optional(z.string()), at: z.optional(z.string()) }
  const labelled = { cell: z.string(), label: said, ...place }
  return z.object({
    saved: z.boolean(),
    version: z.int(),
    /** `confirm`: "-" is read as 0 and needs a yes (`confirmed=true`) before it is saved. */
    changes: z.array(
      z.object({ ...labelled, was: z.unknown(), is: z.unknown(), confirm: z.optional(z.literal(true)) }),
    ),
    /** Changed by somebody else since the workbook was made, to another value: not overwritten, and named before saving. */
    conflicts: z.array(z.object({ ...labelled, theirs: z.unknown(), yours: z.unknown(), who: actor, when: moment })),
    /** With a problem nothing is saved. */
    problems: z.array(
      z.object({ ...place, cell: z.optional(z.string()), rule: z.optional(z.string()), message: said }),
    ),
    /** What the return would still have to settle before it is handed in; none of it keeps the upload from being saved. */
    checks: z.array(
      z.object({
        check: z.string(),
        rule: z.string(),
        class: z.enum(['A', 'B', 'C', 'D']),
        cell: z.string(),
        ...place,
        message: said,
      }),
    ),
  })
})

export type FunctionName = 'returns' | 'rounds' | 'reports' | 'documents' | 'workbooks'
/**
 * What the rights of a route are asked about: the unit of a return or report, the unit that collects a return (who
 * reviews it), the round's owner, a unit, or nothing.
 */
export type RouteTarget = 'return' | 'collected' | 'report' | 'round' | 'unit' | 'none'

export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly function: FunctionName
  readonly target: RouteTarget
  readonly summary: string
  readonly body?: z.core.$ZodType
  readonly query?: z.core.$ZodType
  readonly answer: z.core.$ZodType
  /** The answer is a file, not JSON. */
  readonly file?: true
  /** The body is a file as it is, not JSON. */
  readonly upload?: true
  /** Media type of the files; a Word file unless it is said. */
  readonly media?: string
  /** No sign-in needed. */
  readonly open?: true
  /** Pages ask for it again and again: the answer has an ETag, and whoever names it back gets 304 without a body. */
  readonly live?: true
}

export const routes = {
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    function: 'rounds',
    target: 'none',
    open: true,
    summary: 'This contract as OpenAPI 3.1',
    answer: z.record(z.string(), z.unknown()),
  },
  getMe: {
    method: 'GET',
    path: '/me',
    function: 'returns',
    target: 'none',
    summary: 'Who I am and what I owe',
    answer: z.lazy(() => z.object({ person, openWork: z.array(myWork), pastWork: z.array(myWork), demo: z.boolean() })),
  },
  patchMe: {
    method: 'PATCH',
    path: '/me',
    function: 'returns',
    target: 'none',
    summary: 'My language',
    body: z.lazy(() => z.strictObject({ language })),
    answer: person,
  },
  listForms: {
    method: 'GET',
    path: '/forms',
    function: 'returns',
    target: 'none',
    summary: 'Forms',
    /* `years`: an edition and the report years it is for; a supplement has none. */
    answer: z.lazy(() =>
      z.object({
        forms: z.array(
          z.object({
            id: z.string(),
            version: z.int(),
            title: words,
            years: z.optional(z.object({ from: z.int(), to: z.optional(z.int()) })),
          }),
        ),
      }),
    ),
  },
  getForm: {
    method: 'GET',
    path: '/forms/{edition}',
    function: 'returns',
    target: 'none',
    summary: 'One form, whole',
    answer: z.record(z.string(), z.unknown()),
  },

  listUnits: {
    method: 'GET',
    path: '/units',
    function: 'rounds',
    target: 'none',
    summary: 'Units in my scope',
    /* `after`: the last unit of the page before. */
    query: z.lazy(() => z.strictObject({ under: z.optional(id), after: z.optional(id) })),
    answer: z.lazy(() => z.object({ units: z.array(listedUnit), after: z.optional(z.string()) })),
  },
  putUnit: {
    method: 'PUT',
    path: '/units/{unit}',
    function: 'rounds',
    target: 'unit',
    summary: 'Create or change a unit',
    body: z.lazy(() =>
      z.strictObject({ name: words, shortName: words, parent: z.optional(id), scope: z.optional(scopeWords) }),
    ),
    answer: unit,
  },
  importDirectory: {
    method: 'POST',
    path: '/units/import',
    function: 'workbooks',
    target: 'none',
    summary: 'Take in units and people from .xlsx or .csv; preview=true lists what it changes and saves nothing',
    /* `unit`: only this one and those below; without it, all that are the caller's to keep. */
    query: z.lazy(() => z.strictObject({ unit: z.optional(id), preview: z.optional(yesOrNo()) })),
    answer: importAnswer,
    upload: true,
    /* Told apart by their bytes. Not text/csv: the gateway would read that as UTF-8, and many are GB18030. */
    media: 'application/octet-stream',
  },
  exportDirectory: {
    method: 'GET',
    path: '/units/export',
    function: 'workbooks',
    target: 'none',
    summary: 'Units and people with the very columns that the import takes',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id), format: z._default(z.enum(['xlsx', 'csv']), 'xlsx') })),
    answer: nothing,
    file: true,
    media: xlsxType,
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    function: 'rounds',
    target: 'none',
    summary: 'People in my scope',
    query: z.lazy(() => z.strictObject({ unit: id })),
    answer: z.lazy(() => z.object({ people: z.array(keptPerson) })),
  },
  postPerson: {
    method: 'POST',
    path: '/people',
    function: 'rounds',
    target: 'none',
    summary: 'Add a person',
    body: personBody,
    answer: keptPerson,
  },
  putPerson: {
    method: 'PUT',
    path: '/people/{id}',
    function: 'rounds',
    target: 'none',
    summary: 'Change a person',
    body: personBody,
    answer: keptPerson,
  },
  deletePerson: {
    method: 'DELETE',
    path: '/people/{id}',
    function: 'rounds',
    target: 'none',
    summary: 'Remove a person',
    answer: nothing,
  },
  handOver: {
    method: 'POST',
    path: '/people/{id}/handOver',
    function: 'rounds',
    target: 'none',
    summary: 'Give posts of a person to a successor; who has none left is removed',
    /* `posts`: all of them without it. */
    body: z.lazy(() =>
      z.strictObject({
        to: successor,
        posts: z.optional(z.array(post).check(z.minLength(1), z.maxLength(mostPosts))),
      }),
    ),
    answer: z.lazy(() => z.object({ from: z.optional(keptPerson), to: keptPerson })),
  },
  clearAddress: {
    method: 'DELETE',
    path: '/people/{id}/bounce',
    function: 'rounds',
    target: 'none',
    summary: 'The address of a person works again: letters go to it once more',
    answer: keptPerson,
  },

  listRounds: {
    method: 'GET',
    path: '/rounds',
    function: 'rounds',
    target: 'none',
    summary: 'Rounds that concern me',
    answer: z.lazy(() => z.object({ rounds: z.array(round) })),
  },
  postRound: {
    method: 'POST',
    path: '/rounds',
    function: 'rounds',
    target: 'none',
    summary: 'Plan a round',
    body: z.lazy(() =>
      z.strictObject({
        ...roundBody(),
        id,
        owner: id,
        forms: z.array(z.string()).check(z.minLength(1), z.maxLength(5)),
        year: z.int().check(z.gte(2008), z.lte(2200)),
        dueByLevel: z._default(roundBody().dueByLevel, {}),
        units: z._default(roundBody().units, 'below'),
        ladder: z.optional(ladder),
        calendar: z._default(calendar, { id: 'cn', extraDaysOff: [], extraWorkdays: [] }),
        statutory: z._default(z.boolean(), false),
        extraChecks: z._default(roundBody().extraChecks, []),
      }),
    ),
    answer: round,
  },
  getRound: {
    method: 'GET',
    path: '/rounds/{round}',
    function: 'rounds',
    target: 'round',
    summary: 'One round',
    answer: round,
  },
  patchRound: {
    method: 'PATCH',
    path: '/rounds/{round}',
    function: 'rounds',
    target: 'round',
    summary: 'Change a round; a changed calendar, ladder or due moment re-plans the reminders',
    body: z.lazy(() =>
      z.strictObject({
        version: z.int(),
        title: z.optional(roundBody().title),
        opensAt: z.optional(moment),
        dueAt: z.optional(moment),
        dueByLevel: z.optional(roundBody().dueByLevel),
        ladder: z.optional(ladder),
        calendar: z.optional(calendar),
        statutory: z.optional(z.boolean()),
        extraChecks: z.optional(roundBody().extraChecks),
      }),
    ),
    answer: z.lazy(() => z.object({ round, replanned: z.array(z.object({ zh: z.string(), en: z.string() })) })),
  },
  openRound: {
    method: 'POST',
    path: '/rounds/{round}/open',
    function: 'rounds',
    target: 'round',
    summary: 'Approve the opening: at once, or at opensAt by the clock',
    body: z.lazy(() => z._default(z.strictObject({ version: z.optional(z.int()) }), {})),
    answer: round,
  },
  closeRound: {
    method: 'POST',
    path: '/rounds/{round}/close',
    function: 'rounds',
    target: 'round',
    summary: 'Close: no more returns',
    /* `despite`: the units that were asked to correct theirs and have not handed in again, each by name. */
    body: z.lazy(() =>
      z._default(
        z.strictObject({ version: z.optional(z.int()), despite: z._default(z.array(id).check(z.maxLength(500)), []) }),
        { despite: [] },
      ),
    ),
    answer: round,
  },
  getBoard: {
    method: 'GET',
    path: '/rounds/{round}/board',
    function: 'rounds',
    target: 'report',
    summary: 'Who owes what',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: boardAnswer,
    live: true,
  },
  getBoardFile: {
    method: 'GET',
    path: '/rounds/{round}/board/file',
    function: 'workbooks',
    target: 'report',
    summary: 'The board as an Excel file',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: nothing,
    file: true,
    media: xlsxType,
  },
  getReminders: {
    method: 'GET',
    path: '/rounds/{round}/reminders',
    function: 'rounds',
    target: 'report',
    summary: 'Plan and log of reminders: the newest hundred letters, and on from `after`',
    /* `part`: the log alone, or all else, which takes a query for each unit. `about` is a unit that letters name. */
    query: z.lazy(() =>
      z.strictObject({
        unit: z.optional(id),
        part: z.optional(z.enum(['plan', 'log'])),
        state: z.optional(letterState),
        kind: z.optional(stepId),
        about: z.optional(id),
        after: z.optional(
          z
            .string()
            .check(
              z.regex(
                /^[0-9TZ:.-]{24}~[A-Za-z0-9_-]{1,200}$/,
                asks('应为上一页给出的位置。', 'This takes what the page before gave.'),
              ),
            ),
        ),
      }),
    ),
    answer: z.lazy(() =>
      z.object({
        /** The server's clock, by which steps are over or still to come. */
        now: moment,
        /** Names of the units under the collector, and of those that the letters name. */
        units: z.array(z.object({ unit: id, name: words })),
        /** Work for a person: addresses that letters do not reach, and units that owe and have nobody with another. */
        trouble: z.object({
          addresses: z.array(
            z.object({
              person: z.string(),
              name: z.string(),
              email: z.string(),
              state: z.enum(['bounced', 'complained']),
              at: moment,
              /** In the words of the mail service. */
              because: z.string(),
              units: z.array(id),
            }),
          ),
          unreachable: z.array(id),
        }),
        plan: z.array(
          z.object({
            step: z.string(),
            words: z.object({ zh: z.string(), en: z.string() }),
            dueAt: moment,
            dueInWords: z.string(),
            units: z.array(id),
            at: moment,
            day,
            movedFrom: z.optional(day),
            dayOffName: z.optional(z.string()),
            droppedFor: z.optional(z.string()),
            unknownYear: z.optional(z.literal(true)),
            to: z.array(role),
            /** Who is written to, of the units that still owe and are not muted. */
            recipients: z.array(
              z.object({
                /** Whose post it is: for a coordinator the collector. */
                unit: id,
                role,
                name: z.string(),
                email: z.string(),
                address: z.enum(['ok', 'bounced', 'complained']),
              }),
            ),
            /** Units that owe, and none of whose letters would reach anybody. */
            unreachable: z.array(id),
          }),
        ),
        letters: z.array(
          z.object({
            key: z.string(),
            /** Id of the step for a reminder, else what kind of letter it is. */
            kind: z.string(),
            subjectWords: z.object({ zh: z.string(), en: z.string() }),
            to: z.string(),
            name: z.string(),
            state: letterState,
            at: moment,
            deliveredAt: z.optional(moment),
            units: z.array(id),
            because: z.optional(z.string()),
          }),
        ),
        /** Position of the next page; absent on the last. */
        after: z.optional(z.string()),
        /** How many letters are in each state, of those that `kind` and `about` leave. */
        counts: z.record(z.string(), z.int()),
        /** What kinds of letters there are, as `kind` takes them. */
        kinds: z.array(z.object({ kind: z.string(), words: z.object({ zh: z.string(), en: z.string() }) })),
      }),
    ),
  },
  previewLetter: {
    method: 'GET',
    path: '/rounds/{round}/reminders/{step}/text',
    function: 'rounds',
    target: 'report',
    summary: 'A letter as a step of the ladder, or the digest, will write it; or one of the log, by its key',
    /*
     * `unit` is the collector, as everywhere; `about` the unit that the letter is about, `person` its reader. `letter`
     * is the key of one in the log: `step` is then its kind, and the text that of its moment, but for how far the
     * returns are, which is as it is now.
     */
    query: z.lazy(() =>
      z.strictObject({
        unit: z.optional(id),
        about: z.optional(id),
        person: z.optional(z.string()),
        language: z.optional(language),
        letter: z.optional(line(200)),
      }),
    ),
    answer: letterText,
  },
  testLetter: {
    method: 'POST',
    path: '/rounds/{round}/reminders/test',
    function: 'rounds',
    target: 'report',
    summary: 'The same as a letter to myself, marked as a test',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    body: z.lazy(() => z.strictObject({ step: stepId })),
    answer: z.lazy(() => z.object({ to: z.string() })),
  },
  writeNow: {
    method: 'POST',
    path: '/rounds/{round}/reminders',
    function: 'rounds',
    target: 'report',
    summary: 'Write by hand to units that still owe; preview=true writes nothing',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id), preview: z.optional(yesOrNo()) })),
    body: z.lazy(() =>
      z.strictObject({
        units: z.array(id).check(z.minLength(1), z.maxLength(500)),
        note: z.optional(plainText(1000).check(z.refine(isSaid, asks('附言不能为空。', 'A note says something.')))),
      }),
    ),
    answer: z.lazy(() =>
      z.object({
        /** The first twenty with `html`: they are all alike. */
        letters: z.array(
          z.object({
            to: z.string(),
            name: z.string(),
            units: z.array(id),
            subject: z.string(),
            text: z.string(),
            html: z.optional(z.string()),
          }),
        ),
        skipped: z.array(z.object({ unit: id, because: z.object({ zh: z.string(), en: z.string() }) })),
        posted: z.boolean(),
      }),
    ),
  },
  putMute: {
    method: 'PUT',
    path: '/rounds/{round}/units/{unit}/mute',
    function: 'rounds',
    target: 'collected',
    summary: 'Silence the ladder for one unit',
    body: z.lazy(() => z.strictObject({ reason })),
    answer: z.lazy(() => z.object({ muted: z.object({ reason: z.string(), at: moment, by: actor }) })),
  },
  deleteMute: {
    method: 'DELETE',
    path: '/rounds/{round}/units/{unit}/mute',
    function: 'rounds',
    target: 'collected',
    summary: 'Let the ladder speak to it again',
    answer: nothing,
  },
  putExtension: {
    method: 'PUT',
    path: '/rounds/{round}/units/{unit}/extension',
    function: 'rounds',
    target: 'collected',
    summary: 'Move the due moment of one unit',
    body: z.lazy(() => z.strictObject({ dueAt: moment, reason })),
    answer: z.lazy(() => z.object({ due })),
  },
  deleteExtension: {
    method: 'DELETE',
    path: '/rounds/{round}/units/{unit}/extension',
    function: 'rounds',
    target: 'collected',
    summary: 'Take an extension back',
    answer: z.lazy(() => z.object({ due })),
  },
  getRoundLog: {
    method: 'GET',
    path: '/rounds/{round}/log',
    function: 'rounds',
    target: 'round',
    summary: 'Log of the round',
    query: z.lazy(() => z.strictObject({ after })),
    answer: log,
  },

  getReturn: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}',
    function: 'returns',
    target: 'return',
    summary: 'A return with its draft',
    answer: returnAnswer,
  },
  patchReturn: {
    method: 'PATCH',
    path: '/rounds/{round}/returns/{unit}',
    function: 'returns',
    target: 'return',
    summary: 'Save cells',
    body: z.lazy(() =>
      z.strictObject({
        base: z.int().check(z.gte(0)),
        cells,
        reasons: z.optional(
          z.array(z.strictObject({ check: line(80), cell: line(120), text: reason })).check(z.maxLength(200)),
        ),
      }),
    ),
    answer: savedAnswer,
  },
  fillReturn: {
    method: 'POST',
    path: '/rounds/{round}/returns/{unit}/fill',
    function: 'returns',
    target: 'return',
    summary: '其余填 0, 零报告',
    body: z.lazy(() =>
      /* `base`: what the page has seen; the answer then names all that was changed since, what was filled as well. */
      z.strictObject({
        section: sectionId,
        with: z.enum(['zero', 'nil']),
        base: z.optional(z.int().check(z.gte(0))),
      }),
    ),
    answer: savedAnswer,
  },
  submitReturn: {
    method: 'POST',
    path: '/rounds/{round}/returns/{unit}/submit',
    function: 'returns',
    target: 'return',
    summary: 'Hand in',
    body: z.lazy(() => z.strictObject({ version: z.int().check(z.gte(0)), signOff })),
    answer: receipt,
  },
  withdrawReturn: {
    method: 'POST',
    path: '/rounds/{round}/returns/{unit}/withdraw',
    function: 'returns',
    target: 'return',
    summary: 'Take back while nobody has reviewed',
    answer: moved,
  },
  reviewReturn: {
    method: 'POST',
    path: '/rounds/{round}/returns/{unit}/review',
    function: 'returns',
    target: 'collected',
    summary: 'Accept or send back',
    body: z.lazy(() =>
      z.strictObject({
        revision: z.int().check(z.gte(1)),
        decision: z.enum(['accept', 'sendBack']),
        reason: z.optional(reason),
        comments: z.optional(comments),
        dueAt: z.optional(moment),
      }),
    ),
    answer: reviewed,
  },
  putReviewDraft: {
    method: 'PUT',
    path: '/rounds/{round}/returns/{unit}/review',
    function: 'returns',
    target: 'collected',
    summary: 'Save comments before the review is sent; they are sent with it',
    /* `base`: version of the draft that was seen, 0 for none. Comments that are left out are taken out. */
    body: z.lazy(() =>
      z.strictObject({
        revision: z.int().check(z.gte(1)),
        base: z.int().check(z.gte(0)),
        comments: comments.check(
          z.refine(
            (all) => new Set(all.map(({ cell }) => cell)).size === all.length,
            asks('每个单元格只能有一条意见。', 'There is one comment to a cell.'),
          ),
        ),
      }),
    ),
    answer: z.lazy(() => z.object({ reviewDraft })),
  },
  answerComment: {
    method: 'PUT',
    path: '/rounds/{round}/returns/{unit}/answers',
    function: 'returns',
    target: 'return',
    summary: 'Say something to a comment of the coordinator',
    body: z.lazy(() => z.strictObject({ cell: line(120), text: reason })),
    answer: z.lazy(() => z.object({ version: z.int(), comments: z.array(answeredComment) })),
  },
  acceptSeveral: {
    method: 'POST',
    path: '/rounds/{round}/reviews',
    function: 'returns',
    target: 'report',
    summary: 'Accept several returns in which nothing needs reading',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    body: z.lazy(() =>
      z.strictObject({
        returns: z.array(z.strictObject({ unit: id, revision: z.int().check(z.gte(1)) })).check(
          z.minLength(1),
          z.maxLength(100),
          z.refine(
            (all) => new Set(all.map((one) => one.unit)).size === all.length,
            asks('每个单位只能列一次。', 'Each unit is named once.'),
          ),
        ),
      }),
    ),
    answer: z.lazy(() =>
      z.object({
        accepted: z.array(id),
        refused: z.array(
          z.object({ unit: id, code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }),
        ),
      }),
    ),
  },
  reopenReturn: {
    method: 'POST',
    path: '/rounds/{round}/returns/{unit}/reopen',
    function: 'returns',
    target: 'collected',
    summary: 'Open one return again',
    body: z.lazy(() => z.strictObject({ reason, dueAt: moment })),
    answer: reviewed,
  },
  listRevisions: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}/revisions',
    function: 'returns',
    target: 'return',
    summary: 'Submissions',
    answer: z.lazy(() =>
      z.object({
        revisions: z.array(
          z.object({
            ...revision(),
            /** Why it was sent back, with every comment and what the unit said to it. */
            review: z.optional(
              z.object({
                reason: z.string(),
                comments: z.array(answeredComment),
                dueAt: moment,
                at: moment,
                by: actor,
              }),
            ),
          }),
        ),
      }),
    ),
  },
  getRevision: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}/revisions/{n}',
    function: 'returns',
    target: 'return',
    summary: 'One submission with its cells',
    answer: z.lazy(() => z.object({ ...revision(), cells })),
  },
  getChanges: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}/revisions/{n}/changes',
    function: 'returns',
    target: 'return',
    summary: 'What changed since an earlier submission',
    query: z.lazy(() => z.strictObject({ since: wholeNumber })),
    answer: z.lazy(() =>
      z.object({ changes: z.array(z.object({ cell: z.string(), was: z.unknown(), is: z.unknown() })) }),
    ),
  },
  getReturnLog: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}/log',
    function: 'returns',
    target: 'return',
    summary: 'Log of the return',
    query: z.lazy(() => z.strictObject({ after })),
    answer: log,
  },
  getReturnDocument: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}/document',
    function: 'documents',
    target: 'return',
    summary: 'The return, or its comparison with last year, as Word, PDF, Excel, HTML, CSV or JSON',
    query: z.lazy(() =>
      z.strictObject({
        format: z._default(z.enum(documentFormats), 'docx'),
        content: z.optional(z.enum(documentContent)),
        revision: z.optional(wholeNumber),
      }),
    ),
    answer: nothing,
    file: true,
  },
  getReturnWorkbook: {
    method: 'GET',
    path: '/rounds/{round}/returns/{unit}/workbook',
    function: 'workbooks',
    target: 'return',
    summary: 'The return as an Excel workbook to be filled in',
    answer: nothing,
    file: true,
    media: xlsxType,
  },
  putReturnWorkbook: {
    method: 'PUT',
    path: '/rounds/{round}/returns/{unit}/workbook',
    function: 'workbooks',
    target: 'return',
    summary: 'Take in a workbook that was filled in; preview=true lists what it changes and saves nothing',
    /*
     * `base`: the version that the page has shown. `previewed`: that of the preview that was looked at; a conflict that
     * is younger saves nothing. `confirmed`: "-" was shown to mean 0, and that is right.
     */
    query: z.lazy(() =>
      z.strictObject({
        base: wholeNumber,
        preview: z.optional(yesOrNo()),
        previewed: z.optional(wholeNumber),
        confirmed: z.optional(yesOrNo()),
      }),
    ),
    answer: workbookAnswer,
    upload: true,
    media: xlsxType,
  },
  putHistory: {
    method: 'PUT',
    path: '/history/{year}/units/{unit}',
    function: 'returns',
    target: 'unit',
    summary: 'Figures of an earlier year, in the place of those that were imported before; preview=true saves nothing',
    query: z.lazy(() => z.strictObject({ preview: z.optional(yesOrNo()) })),
    /* Whoever saves names the source; a preview may come before it. */
    body: z.lazy(() =>
      z.strictObject({
        form: z.string(),
        cells,
        source: z.optional(line(400)),
        scope: historyScope,
        /* The version that a preview showed; without it, whatever stands there is replaced. */
        base: z.optional(z.int()),
      }),
    ),
    answer: historyAnswer,
  },
  getHistory: {
    method: 'GET',
    path: '/history/{year}/units/{unit}',
    function: 'returns',
    target: 'unit',
    summary: 'What is there of an earlier year, and who brought it',
    query: z.lazy(() => z.strictObject({ scope: historyScope })),
    answer: z.lazy(() =>
      z.object({
        /** Editions that were in force then, with and without supplements; the first is the likeliest. */
        forms: z.array(z.object({ id: z.string(), title: words })),
        history: z.optional(
          z.object({
            form: z.string(),
            /** Handed in and accepted here: no import takes its place. */
            accepted: z.boolean(),
            source: z.optional(z.string()),
            figures: z.array(
              z.object({
                cell: z.string(),
                label: z.object({ zh: z.string(), en: z.string() }),
                value: z.unknown(),
                stated: z.optional(z.unknown()),
              }),
            ),
            findings: z.array(historyFinding),
          }),
        ),
        /** Oldest first. */
        imports: z.array(z.object({ at: moment, by: z.optional(actor), source: z.optional(z.string()) })),
      }),
    ),
  },
  getHistoryWorkbook: {
    method: 'GET',
    path: '/history/{year}/units/{unit}/workbook',
    function: 'workbooks',
    target: 'unit',
    summary: 'The Excel workbook of that year’s edition, with what is there of it',
    query: z.lazy(() => z.strictObject({ form: z.string(), scope: historyScope })),
    answer: nothing,
    file: true,
    media: xlsxType,
  },
  putHistoryWorkbook: {
    method: 'PUT',
    path: '/history/{year}/units/{unit}/workbook',
    function: 'workbooks',
    target: 'unit',
    summary:
      'Take in figures of an earlier year from the workbook; preview=true lists what it changes and saves nothing',
    /* `confirmed`: "-" was shown to mean 0, and that is right. */
    query: z.lazy(() =>
      z.strictObject({
        form: z.string(),
        scope: historyScope,
        source: z.optional(line(400)),
        preview: z.optional(yesOrNo()),
        confirmed: z.optional(yesOrNo()),
        /* As with putHistory. */
        base: z.optional(z.string().check(z.regex(/^[0-9]{1,6}$/))),
      }),
    ),
    answer: historyAnswer,
    upload: true,
    media: xlsxType,
  },

  getReport: {
    method: 'GET',
    path: '/rounds/{round}/report',
    function: 'reports',
    target: 'report',
    summary: 'The report over the units below',
    /* `narratives`: those of this unit only; over more than thirty units none come without it. */
    query: z.lazy(() => z.strictObject({ unit: z.optional(id), narratives: z.optional(id) })),
    answer: reportAnswer,
  },
  getSummary: {
    method: 'GET',
    path: '/rounds/{round}/summary',
    function: 'reports',
    target: 'report',
    summary: 'The report on one screen: key figures, charts, what to know',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: z.lazy(() =>
      z.object({
        scope: words,
        units: z.object({ unitsIn: z.int(), unitsMissing: z.int(), unitsLate: z.int(), unitsProvisional: z.int() }),
        figures: z.array(
          z.object({
            cell: z.string(),
            label: words,
            measure: z.optional(z.string()),
            now: z.unknown(),
            last: z.unknown(),
            growth: z.optional(z.string()),
            notComparable: z.optional(z.string()),
          }),
        ),
        charts: z.array(
          z.object({
            id: z.string(),
            title: words,
            measure: z.optional(z.string()),
            /** Drawn in the caller's language. */
            svg: z.string(),
            bars: z.array(z.object({ label: words, value: z.optional(z.string()) })),
          }),
        ),
        notes: z.array(z.string()),
        editionOfReport: z.int(),
        hash: z.string(),
        provisional: z.boolean(),
        at: moment,
      }),
    ),
  },
  getReportCell: {
    method: 'GET',
    path: '/rounds/{round}/report/cells/{cell}',
    function: 'reports',
    target: 'report',
    summary: 'Where a figure comes from',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: z.lazy(() =>
      z.object({
        cell: z.string(),
        label: words,
        total: z.unknown(),
        units: z.array(
          z.object({
            unit: id,
            name: words,
            scope: z.enum(['own', 'below']),
            value: z.unknown(),
            revision: z.optional(z.int()),
            hash: z.string(),
            by: z.optional(actor),
            submittedAt: z.optional(moment),
            state: z.string(),
            outlier: z.optional(z.literal(true)),
          }),
        ),
      }),
    ),
  },
  patchReport: {
    method: 'PATCH',
    path: '/rounds/{round}/report',
    function: 'reports',
    target: 'report',
    summary: 'Narratives of the report',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    body: z.lazy(() => z.strictObject({ base: z.int().check(z.gte(0)), cells })),
    answer: z.lazy(() => z.object({ version: z.int() })),
  },
  handInReport: {
    method: 'POST',
    path: '/rounds/{round}/report/handIn',
    function: 'reports',
    target: 'report',
    summary: 'A middle unit hands its report up',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: z.lazy(() => z.object({ hash: z.string(), at: moment })),
  },
  reviewReport: {
    method: 'POST',
    path: '/rounds/{round}/report/review',
    function: 'reports',
    target: 'report',
    summary: 'Accept the report that a middle unit handed up, or send it back',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    /* `hash`: of the report that was looked at. */
    body: z.lazy(() =>
      z.strictObject({
        hash: line(128),
        decision: z.enum(['accept', 'sendBack']),
        reason: z.optional(reason),
        dueAt: z.optional(moment),
      }),
    ),
    answer: z.lazy(() => z.object({ stage, due: z.optional(due) })),
  },
  publishReport: {
    method: 'POST',
    path: '/rounds/{round}/report/publish',
    function: 'reports',
    target: 'round',
    summary: 'Freeze an edition',
    body: z.lazy(() => z._default(z.strictObject({ missing: z._default(z.array(id), []) }), { missing: [] })),
    answer: published,
  },
  getReportDocument: {
    method: 'GET',
    path: '/rounds/{round}/report/document',
    function: 'documents',
    target: 'report',
    summary: 'The report, or its comparison with last year, as Word, PDF, Excel, HTML, CSV or JSON',
    query: z.lazy(() =>
      z.strictObject({
        format: z._default(z.enum(documentFormats), 'docx'),
        content: z.optional(z.enum(documentContent)),
        unit: z.optional(id),
        edition: z.optional(wholeNumber),
      }),
    ),
    answer: nothing,
    file: true,
  },
  listReports: {
    method: 'GET',
    path: '/reports',
    function: 'reports',
    target: 'none',
    summary: 'The archive: published reports of my units, by year, unit and words in their text',
    query: z.lazy(() =>
      z.strictObject({
        text: z.optional(line(100)),
        year: z.optional(z.string().check(z.regex(/^2[0-9]{3}$/, asks('应为年份。', 'This takes a year.')))),
        unit: z.optional(id),
        after: z.optional(
          z
            .string()
            .check(
              z.regex(
                /^REPORT#[0-9]{4}#[A-Za-z0-9._-]+#[A-Za-z0-9._-]*$/,
                asks('应为上一页给出的位置。', 'This takes what the page before gave.'),
              ),
            ),
        ),
      }),
    ),
    answer: z.lazy(() =>
      z.object({
        reports: z.array(archivedReport),
        /** Reports that were looked through for this answer. */
        read: z.int(),
        after: z.optional(z.string()),
      }),
    ),
  },
  getReportYears: {
    method: 'GET',
    path: '/reports/units/{unit}/years',
    function: 'reports',
    target: 'unit',
    summary: 'A figure of a unit’s reports over the years',
    /* Without a cell: the first key figure of the form. */
    query: z.lazy(() => z.strictObject({ cell: z.optional(line(200)) })),
    answer: z.lazy(() =>
      z.object({
        unit: id,
        name: words,
        cell: z.string(),
        label: words,
        /** The form of the latest year, in which the others are read. */
        form: z.string(),
        years: z.array(z.object({ year: z.int(), value: z.unknown(), notComparable: z.optional(z.string()) })),
        chart: z.object({
          id: z.string(),
          title: words,
          measure: z.optional(z.string()),
          svg: z.string(),
          bars: z.array(z.object({ label: words, value: z.optional(z.string()) })),
        }),
      }),
    ),
  },
  getAppraisal: {
    method: 'GET',
    path: '/rounds/{round}/appraisal',
    function: 'rounds',
    target: 'report',
    summary: 'Who was on time, how late, sent back how often, explained what',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: appraisalAnswer,
  },
  getAppraisalWorkbook: {
    method: 'GET',
    path: '/rounds/{round}/appraisal/file',
    function: 'workbooks',
    target: 'report',
    summary: 'The appraisal as an Excel workbook',
    query: z.lazy(() => z.strictObject({ unit: z.optional(id) })),
    answer: nothing,
    file: true,
    media: xlsxType,
  },
  getCircular: {
    method: 'GET',
    path: '/rounds/{round}/circular',
    function: 'documents',
    target: 'report',
    summary: 'Draft of the circular on late and missing returns, as Word',
    query: z.lazy(() => z.strictObject({ format: z._default(z.literal('docx'), 'docx'), unit: z.optional(id) })),
    answer: nothing,
    file: true,
  },
} as const satisfies Record<string, RouteSpec>

export type Routes = typeof routes
export type RouteId = keyof Routes

/** Names in braces of a path: `/rounds/{round}` → { round: string }. */
export type PathOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name]: string } & PathOf<Rest>
  : unknown
type Read<S> = S extends z.core.$ZodType ? z.core.output<S> : undefined
export type BodyOf<R extends RouteSpec> = Read<R['body']>
export type QueryOf<R extends RouteSpec> = Read<R['query']>
export type AnswerOf<R extends RouteSpec> = z.core.input<R['answer']>
