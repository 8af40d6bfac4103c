/* The draft of the circular on late and missing returns as a Word file, from the rows of the board as they stand. */
import { ok } from '../../shared/refusal.ts'
import { circular } from '../../shared/report/circular.ts'
import { http } from '../pipeline/http.ts'
import { loadAppraisal } from '../rounds/appraised.ts'
import type { Services } from '../services.ts'
import { printed } from './formats.ts'

export const getCircular = (services: Services) =>
  http(services, 'getCircular', async ({ round, unit, language }) => {
    const { asOf, ...appraisal } = await loadAppraisal(services, round, unit)
    const { zone, statutory, title: task } = round
    const model = circular({ appraisal, asOf, task, unit, zone, statutory, demo: services.demo, language })
    return ok(await printed(model, 'docx'))
  })
