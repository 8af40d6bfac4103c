import { lambda } from '../pipeline/lambda.ts'
import { getReport, getReportCell } from './get-report.ts'
import { getReportYears } from './get-report-years.ts'
import { getSummary } from './get-summary.ts'
import { listReports } from './list-reports.ts'
import { handInReport, patchReport, publishReport } from './publish-report.ts'
import { reviewReport } from './review-report.ts'

/** The report, its summary, where its figures come from, its narratives, handing in, publishing; the archive. */
export const handler = lambda(
  getReport,
  getSummary,
  getReportCell,
  patchReport,
  handInReport,
  publishReport,
  reviewReport,
  listReports,
  getReportYears,
)
