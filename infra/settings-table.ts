/* Prints the table of settings that docs/operations.md shows; a test keeps the two equal. */
import { meanings, type Settings, settings } from './settings.ts'

/** Markdown table of every setting, its example and its meaning. */
export const settingsTable = (given: Settings): string =>
  [
    '| setting | as it comes | meaning |',
    '|---|---|---|',
    ...Object.entries(meanings).map(([name, meaning]) => `| \`${name}\` | ${shown(given, name)} | ${meaning} |`),
  ].join('\n')

const shown = (given: Settings, name: string): string =>
  Object.entries(given)
    .filter(([key]) => key === name)
    .map(([, value]) => `\`${typeof value === 'object' ? inWords(value) : value}\``)
    .join('') || 'left out'

const inWords = (value: object): string =>
  `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${typeof part === 'string' ? `'${part}'` : part}`)
    .join(', ')} }`

if (import.meta.main) console.log(settingsTable(settings))
