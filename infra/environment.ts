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
  readonly senderName: string
  readonly mail: Mail
}

export const environmentOf = (
  name: string,
  { http, uses }: FunctionSpec,
  { table, pages, issuer, senderName, mail }: Surroundings,
): Record<string, string> => ({
  HUIBAO_TABLE: table,
  HUIBAO_PAGES: pages,
  ...(http && issuer !== undefined ? { HUIBAO_ISSUER: issuer } : {}),
  ...(uses.mail
    ? { HUIBAO_SENDER: `${senderName} <${mail.sender}>`, HUIBAO_CONFIGURATION_SET: mail.configurationSet }
    : {}),
  NODE_OPTIONS: '--enable-source-maps',
  POWERTOOLS_METRICS_NAMESPACE: 'Huibao',
  POWERTOOLS_SERVICE_NAME: name,
})
