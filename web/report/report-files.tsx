/* The report as files: each format for whoever needs it so. */
import { fetchFile } from '../api/collecting.ts'
import { Download } from '../page/download.tsx'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

const formats = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const

export const ReportFiles = ({ open: { round, unit } }: { readonly open: OpenReport }) => (
  <p class="actions no-print">
    {formats.map((format) => (
      <Download
        key={format}
        file={() =>
          fetchFile('getReportDocument', {
            path: { round: round.id },
            query: { format, ...(unit === undefined ? {} : { unit }) },
          })
        }
      >
        {say()[format]}
      </Download>
    ))}
  </p>
)
