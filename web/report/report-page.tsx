/* The report over the units below: figures with where they come from, texts, who is in it, files, publishing. */
import { useLocation, useRoute } from 'preact-iso'
import type { AnswerOf, Routes } from '../../shared/api.ts'
import type { Form } from '../../shared/form/form.ts'
import type { Answered } from '../api/client.ts'
import { ask, fetchFile } from '../api/collecting.ts'
import { Answer, type Asked, useAsked } from '../collecting/asked.tsx'
import { holds } from '../collecting/collects.ts'
import { RoundNav } from '../collecting/round-nav.tsx'
import { DocumentFiles } from '../documents/document-files.tsx'
import { Heading } from '../page/heading.tsx'
import { me } from '../page/me.ts'
import { loadForm } from '../return/load-form.ts'
import { ReportChecks } from './report-checks.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportAbove } from './report-review.tsx'
import { ReportSection } from './report-section.tsx'
import { ReportSteps } from './report-steps.tsx'
import './report.css'
import { say } from './words.ts'

export type Report = AnswerOf<Routes['getReport']>
type Round = AnswerOf<Routes['getRound']>

export interface OpenReport {
  readonly round: Round
  readonly report: Report
  readonly form: Form
  /** The collecting unit that was asked for; absent: the round's owner. */
  readonly unit?: string
  /** Somebody who may write the texts, hand in and publish. */
  readonly isCoordinator: boolean
  /** Asks the API again. */
  readonly again: () => Promise<void>
}

type Loaded = Pick<OpenReport, 'round' | 'report'> & { readonly form: Form | undefined }

const load = async (round: string, unit: string | undefined): Promise<Answered<Loaded>> => {
  const [given, report] = await Promise.all([
    ask('getRound', { path: { round } }),
    ask('getReport', { path: { round }, query: unit === undefined ? {} : { unit } }),
  ])
  if (!given.ok) return given
  if (!report.ok) return report
  return {
    ok: true,
    value: { round: given.value, report: report.value, form: await loadForm(given.value.forms.join('+')) },
  }
}

const Sections = ({ open }: { readonly open: OpenReport }) => (
  <>
    {open.form.sections.map((section) => (
      <ReportSection key={section.id} open={open} section={section} />
    ))}
  </>
)

export const ReportPage = () => {
  const { params, query } = useRoute()
  const { query: asked } = useLocation()
  const round = params['round'] ?? ''
  const unit = asked['unit'] ?? query['unit']
  const words = say()
  const answer: Asked<Loaded> = useAsked(() => load(round, unit), [round, unit ?? ''])
  const person = me.value?.person
  return (
    <>
      <RoundNav round={round} />
      <Answer asked={answer}>
        {({ form, ...loaded }) => {
          if (form === undefined) return <p class="notice bad">{words.unknownForm}</p>
          const open: OpenReport = {
            ...loaded,
            form,
            isCoordinator: person !== undefined && holds(person, 'coordinator'),
            again: answer.again,
            ...(unit === undefined ? {} : { unit }),
          }
          return (
            <>
              <div class="head">
                <Heading title={words.title(loaded.round.title)} place={`report ${round}`} />
              </div>
              <DocumentFiles
                file={(asked) =>
                  fetchFile('getReportDocument', {
                    path: { round },
                    query: { ...asked, ...(unit === undefined ? {} : { unit }) },
                  })
                }
              />
              <ReportHead open={open} />
              <ReportAbove open={open} />
              <ReportChecks open={open} />
              <Sections open={open} />
              {open.isCoordinator && <ReportSteps open={open} />}
            </>
          )
        }}
      </Answer>
    </>
  )
}
