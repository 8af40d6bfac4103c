/* What a function is told from outside; functions/config.ts reads exactly these names and refuses to start without. */
import type { FunctionSpec } from '../functions/manifest.ts'
import type { Mail } from './mail.ts'
import type { Settings } from './settings.ts'

export const environmentOf = (
  name: string,
  { uses }: FunctionSpec,
  settings: Settings,
  table: string,
  mail: Mail,
): Record<string, string> => ({
  HUIBAO_TABLE: table,
  HUIBAO_PAGES: `https://${settings.domain}`,
  ...(uses.mail
    ? { HUIBAO_SENDER: `${settings.senderName} <${mail.sender}>`, HUIBAO_CONFIGURATION_SET: mail.configurationSet }
    : {}),
  NODE_OPTIONS: '--enable-source-maps',
  POWERTOOLS_METRICS_NAMESPACE: 'Huibao',
  POWERTOOLS_SERVICE_NAME: name,
})
