/* Beside every total (product A2): whose figures these are, who is in them, who is missing, late or provisional. */
import { roundAddress } from '../collecting/round-nav.tsx'
import { language } from '../language.ts'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

const Fact = ({ count, children, isBad }: { count: string; children: string; isBad?: boolean }) => (
  <div class="fact">
    <dt>{children}</dt>
    <dd class={isBad === true ? 'bad' : ''}>{count}</dd>
  </div>
)

const Missing = ({ open }: { readonly open: OpenReport }) => {
  const { missing } = open.report
  const words = say()
  if (missing.length === 0) return null
  return (
    <details class="notice warn">
      <summary>{words.missingAre(missing.length)}</summary>
      <ul>
        {missing.map(({ unit, name, timeliness }) => (
          <li key={unit}>
            {name[language.value]} {timeliness === 'overdue' && <span class="chip bad">{words.overdue}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

const Members = ({ open }: { readonly open: OpenReport }) => {
  const words = say()
  return (
    <details class="card">
      <summary>{words.membersAre(open.report.in.length)}</summary>
      <ul>
        {open.report.in.map((member) => (
          <li key={`${member.unit} ${member.scope}`}>
            {member.scope === 'below' ? (
              <a href={roundAddress(open.round.id, 'report', member.unit)}>{member.name[language.value]}</a>
            ) : (
              <a href={`/rounds/${open.round.id}/returns/${member.unit}`}>{member.name[language.value]}</a>
            )}{' '}
            {words.scopes(member.scope)} · {words[member.state]}
            {member.unitsLate > 0 && ` · ${words.lateMember}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

export const ReportHead = ({ open }: { readonly open: OpenReport }) => {
  const { report, round } = open
  const { unitsIn, unitsMissing, unitsLate, unitsProvisional } = report.units
  const words = say()
  return (
    <>
      <p class="sub">
        {words.scope(report.scope[language.value])}
        {report.editionOfReport > 0 && ` · ${words.edition(report.editionOfReport)}`}
        {!round.statutory && <span class="internal hint">{words.internal}</span>}
      </p>
      {report.provisional && unitsIn > 0 && <p class="notice">{words.provisionalIs}</p>}
      {unitsIn === 0 && <p class="notice">{words.nothingIn}</p>}
      <dl class="facts">
        <Fact count={`${unitsIn} / ${unitsIn + unitsMissing}`}>{words.unitsIn}</Fact>
        <Fact count={String(unitsMissing)} isBad={unitsMissing > 0}>
          {words.unitsMissing}
        </Fact>
        <Fact count={String(unitsProvisional)}>{words.unitsProvisional}</Fact>
        <Fact count={String(unitsLate)}>{words.unitsLate}</Fact>
      </dl>
      <Missing open={open} />
      {report.in.length > 0 && <Members open={open} />}
    </>
  )
}
