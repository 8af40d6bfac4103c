/* What stays true of a return through its moves; nothing yet where there is no row. */
import type { Return, ReturnHistory } from './return.ts'

const noReturn: ReturnHistory = { version: 0, revisions: 0, head: '', timesSentBack: 0 }

export const historyOf = (now: Return | undefined): ReturnHistory =>
  now === undefined
    ? noReturn
    : {
        version: now.version,
        revisions: now.revisions,
        head: now.head,
        timesSentBack: now.timesSentBack,
        ...(now.firstSubmittedAt === undefined ? {} : { firstSubmittedAt: now.firstSubmittedAt }),
        ...(now.firstTimeliness === undefined ? {} : { firstTimeliness: now.firstTimeliness }),
        ...(now.handedIn === undefined ? {} : { handedIn: now.handedIn }),
      }
