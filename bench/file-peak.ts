/* A process of its own that writes some files one way, and tells the most memory it ever had. */
import { printed } from '../functions/documents/formats.ts'
import { bareFiles } from './bare/files.ts'
import { benchModel } from './document-tables.ts'

const [side, name] = process.argv.slice(2)
const format = name === 'xlsx' || name === 'pdf' ? name : 'docx'
for (let n = 0; n < 10; n += 1) {
  if (side === 'ours') await printed(benchModel(n), format)
  else await bareFiles[format](benchModel(n))
}
process.send?.(process.resourceUsage().maxRSS * 1024)
process.disconnect?.()
