import { lambda } from '../pipeline/lambda.ts'
import { getReport, getReportCell } from './get-report.ts'
import { getSummary } from './get-summary.ts'
import { handInReport, patchReport, publishReport } from './publish-report.ts'

/** For leaders and coordinators: the report, its summary, where its figures come from, its narratives, handing in, publishing. */
export const handler = lambda(getReport, getSummary, getReportCell, patchReport, handInReport, publishReport)
