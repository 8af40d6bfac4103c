import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { ArtifactMetadataEntryType } from 'aws-cdk-lib/cloud-assembly-schema'
import { describe, expect, it } from 'vitest'
import { stubBundle, stubPages } from './example-template.ts'
import { type Settings, settings, unchangedExamples } from './settings.ts'
import { settingsTable } from './settings-table.ts'
import { huibaoStack } from './stack.ts'

const filledIn: Settings = {
  ...settings,
  signIn: { prefix: 'huibao-haidong', selfSignUp: false },
  sender: 'reminders@haidong.example',
  mailIdentity: 'haidong.example',
  alarmsTo: 'duty@haidong.example',
}

/* What the CDK command line stops at. */
const errorsWith = (given: Settings) =>
  huibaoStack(new App({ analyticsReporting: false }), { settings: given, code: stubBundle, files: stubPages() })
    .node.metadata.filter(({ type }) => type === ArtifactMetadataEntryType.ERROR)
    .map(({ data }) => data)

describe('the settings', () => {
  it('are explained in the operations manual, as they stand', () => {
    const manual = readFileSync(join(import.meta.dirname, '..', 'docs', 'operations.md'), 'utf8')
    expect(manual).toContain(settingsTable(settings))
  })

  it('name those that are still examples', () => {
    expect(unchangedExamples(settings)).toEqual(['signIn', 'sender', 'mailIdentity', 'alarmsTo'])
    expect(unchangedExamples({ ...filledIn, alarmsTo: 'operations@huibao.example' })).toEqual(['alarmsTo'])
  })

  it('name an example that lies deeper in a setting', () => {
    const address = { domain: 'huibao.example', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' }
    expect(unchangedExamples({ ...filledIn, address })).toEqual(['address'])
  })

  it('stop a deploy while one of them is an example', { timeout: 60_000 }, () => {
    expect(errorsWith(settings)).toEqual([expect.stringContaining('still an example: signIn, sender')])
  })

  it('let a deploy go on once they are filled in', () => {
    expect(errorsWith(filledIn)).toEqual([])
  })
})
