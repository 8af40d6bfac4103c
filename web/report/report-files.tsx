/* The report as files. */
import { fetchFile } from '../api/collecting.ts'
import { Download } from '../page/download.tsx'
import type { OpenReport } from './report-page.tsx'
import { say } from './words.ts'

export const ReportFiles = ({ open: { round, unit } }: { readonly open: OpenReport }) => (
  <p class="actions no-print">
    <Download
      file={() =>
        fetchFile('getReportDocument', {
          path: { round: round.id },
          query: { format: 'docx', ...(unit === undefined ? {} : { unit }) },
        })
      }
    >
      {say().docx}
    </Download>
  </p>
)
