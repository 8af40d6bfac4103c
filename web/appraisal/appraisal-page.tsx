/* The appraisal of a round under a collecting unit: how it stands in a sentence, the files, a row for each unit. */
import { useLocation, useRoute } from 'preact-iso'
import { ask, fetchFile } from '../api/collecting.ts'
import { Answer, useAsked } from '../collecting/asked.tsx'
import { RoundNav } from '../collecting/round-nav.tsx'
import { Download } from '../documents/download.tsx'
import { momentInWords } from '../moment-words.ts'
import { withZone } from '../page/due-words.ts'
import { Heading } from '../page/heading.tsx'
import './appraisal.css'
import { AppraisalTable } from './appraisal-table.tsx'
import type { Appraisal } from './columns.tsx'
import { say } from './words.ts'

const Summary = ({ appraisal }: { readonly appraisal: Appraisal }) => {
  const words = say()
  const { rows, counts, rate, asOf, zone } = appraisal
  const { onTime, extended, late, missing, open } = counts
  const isAllOnTime = rows.length > 0 && late + missing + open === 0
  const at = withZone(momentInWords(asOf, zone), zone)
  return (
    <>
      <p class="sub">{words.asOf(at)}</p>
      <p>
        {words.counted(rows.length, onTime + extended, late, missing)}
        {open > 0 && words.notDue(open)}
        {words.stop}
        {rate === undefined ? words.noRate : <b>{words.rate(rate.percent, rate.part, rate.of)}</b>}
      </p>
      {isAllOnTime && <p class="ok">{words.everybody}</p>}
    </>
  )
}

interface FilesProps {
  readonly round: string
  readonly unit: string | undefined
}

const Files = ({ round, unit }: FilesProps) => {
  const words = say()
  const query = unit === undefined ? {} : { unit }
  return (
    <div class="no-print">
      <p class="actions">
        <Download file={() => fetchFile('getAppraisalWorkbook', { path: { round }, query })}>{words.workbook}</Download>
        <Download file={() => fetchFile('getCircular', { path: { round }, query: { ...query, format: 'docx' } })}>
          {words.circular}
        </Download>
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </p>
      <p class="hint">{words.circularHint}</p>
    </div>
  )
}

export const AppraisalPage = () => {
  const { params } = useRoute()
  const { query } = useLocation()
  const round = params['round'] ?? ''
  const unit = query['unit']
  const words = say()
  const path = { round }
  const asked = useAsked(
    () => ask('getAppraisal', { path, query: unit === undefined ? {} : { unit } }),
    [round, unit ?? ''],
  )
  const about = useAsked(() => ask('getRound', { path }), [round])
  const title = about.answer?.ok === true ? about.answer.value.title : ''
  return (
    <>
      <RoundNav round={round} />
      <div class="head">
        <div>
          <Heading title={words.title} place={`appraisal/${round}/${unit ?? ''}`} />
          <p class="sub">{title}</p>
        </div>
      </div>
      <Answer asked={asked}>
        {(appraisal) =>
          appraisal.rows.length === 0 ? (
            <p class="card">{words.none}</p>
          ) : (
            <>
              <section class="card">
                <Summary appraisal={appraisal} />
                <Files round={round} unit={unit} />
              </section>
              <AppraisalTable rows={appraisal.rows} zone={appraisal.zone} />
            </>
          )
        }
      </Answer>
    </>
  )
}
