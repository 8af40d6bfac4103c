/* npm start. */
import { startSystem } from './system.ts'

const environment: Readonly<Record<string, string | undefined>> = process.env
const system = await startSystem({
  dataFolder: environment['HUIBAO_DATA'] ?? '.huibao',
  port: Number(environment['HUIBAO_PORT'] ?? 5173),
  storeEndpoint: environment['HUIBAO_DYNAMODB_ENDPOINT'],
})
console.log(`API      ${system.url}/api`)
console.log(`mailbox  ${system.mailUrl}`)
console.log(`store    ${system.storeUrl}`)
console.log(`calendar ${system.url}/local/clock (now ${system.clock.now()})`)

const end = (): void => {
  system.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
process.once('SIGINT', end)
process.once('SIGTERM', end)
