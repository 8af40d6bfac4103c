/* What a function is told from outside; functions/config.ts reads exactly these names and refuses to start without. */
import type { FunctionSpec } from '../functions/manifest.ts'
import type { Mail } from './mail.ts'

/** The installation, as far as a function must know of it. */
export interface Surroundings {
  readonly table: string
  /** Where the pages are: https://huibao.example.gov.cn */
  readonly pages: string
  /** Who signs people in; unknown to what is there before the user pool is. */
  readonly issuer?: string
  /** The user pool in which accounts are made, where the installation has one. */
  readonly pool?: string
  readonly senderName: string
  readonly mail: Pick<Mail, 'sender' | 'configurationSet' | 'perSecond'> & {
    readonly feedback: { readonly topicArn: string }
  }
}

export const environmentOf = (
  name: string,
  { http, uses, feedback }: FunctionSpec,
  { table, pages, issuer, pool, senderName, mail }: Surroundings,
): Record<string, string> => ({
  HUIBAO_TABLE: table,
  HUIBAO_PAGES: pages,
  ...(http && issuer !== undefined ? { HUIBAO_ISSUER: issuer } : {}),
  ...((http || uses.pool) && pool !== undefined ? { HUIBAO_USER_POOL: pool } : {}),
  ...(uses.mail
    ? {
        HUIBAO_SENDER: `${senderName} <${mail.sender}>`,
        HUIBAO_CONFIGURATION_SET: mail.configurationSet,
        ...(mail.perSecond === undefined ? {} : { HUIBAO_MAILS_PER_SECOND: String(mail.perSecond) }),
      }
    : {}),
  ...(feedback ? { HUIBAO_FEEDBACK_TOPIC: mail.feedback.topicArn } : {}),
  NODE_OPTIONS: '--enable-source-maps',
  POWERTOOLS_METRICS_NAMESPACE: 'Huibao',
  POWERTOOLS_SERVICE_NAME: name,
})
