/*
 * Lays what cannot be bundled beside a bundle. npm installs native modules for the machine it runs on; the one for
 * Lambda's processor is fetched by npm in the version and with the checksum of package-lock.json, once.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { besideDocuments } from '../functions/bundle-options.ts'

const root = join(import.meta.dirname, '..')
const installed = join(root, 'node_modules')

interface Locked {
  readonly version: string
  readonly integrity: string
}

const isLocked = (value: unknown): value is Locked =>
  typeof value === 'object' && value !== null && 'version' in value && 'integrity' in value

const lockedOf = (name: string): Locked => {
  const lock: { readonly packages?: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  )
  const found = lock.packages?.[`node_modules/${name}`]
  if (!isLocked(found)) throw new Error(`package-lock.json does not know ${name}.`)
  return found
}

interface Packed {
  readonly filename: string
  readonly integrity: string
}

/** The folder of a package for another processor. */
const fetched = (name: string): string => {
  if (existsSync(join(installed, name))) return join(installed, name)
  const { version, integrity } = lockedOf(name)
  const folder = join(root, '.build', 'other-processor', `${name.replace('/', '-')}-${version}`)
  if (existsSync(join(folder, 'package', 'package.json'))) return join(folder, 'package')
  mkdirSync(folder, { recursive: true })
  const told = execFileSync(
    'npm',
    ['pack', `${name}@${version}`, '--json', '--fetch-retries=0', '--pack-destination', folder],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  const packed: readonly Packed[] = JSON.parse(told)
  const [file] = packed
  if (file?.integrity !== integrity) throw new Error(`${name} is not what package-lock.json says.`)
  execFileSync('tar', ['-xzf', file.filename.replace('@', '').replace('/', '-'), '-C', folder], { cwd: folder })
  return join(folder, 'package')
}

/* A template is written without a network too; what is deployed of it would have no PDF, and that is said. */
const layBinary = (name: string, modules: string): void => {
  try {
    cpSync(fetched(name), join(modules, name), { recursive: true })
  } catch (cause) {
    process.stderr.write(`${name} could not be fetched: deployed so, no PDF could be made. ${String(cause)}\n`)
  }
}

/** Copies the native module, its binary for Lambda and the fonts into `node_modules` of the bundle's folder. */
export const layBeside = (folder: string): void => {
  const modules = join(folder, 'node_modules')
  const { packages, binary, files } = besideDocuments
  for (const name of packages) cpSync(join(installed, name), join(modules, name), { recursive: true })
  layBinary(binary, modules)
  for (const file of files) {
    mkdirSync(dirname(join(modules, file)), { recursive: true })
    cpSync(join(installed, file), join(modules, file))
  }
}
