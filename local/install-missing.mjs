/*
 * Run before `npm start` and `npm test` by whatever Node (18 or later) the machine has: installs the packages when
 * they are missing or not those of the lock file, says so in one line, and is silent and offline otherwise.
 * `npm install --no-save` and not `npm ci`: it takes the same versions from the lock file, and does not stop where a
 * registry does not hold the optional binaries of other platforms.
 */
import { execSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path) => (existsSync(root + path) ? readFileSync(root + path, 'utf8') : '')
const hash = createHash('sha256').update(read('package-lock.json')).digest('hex')
const stamp = 'node_modules/.huibao-lock'

// npm's own copy of the lock lists what lies in node_modules; optional packages of other platforms are not there.
const isComplete = () => {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false
  const there = JSON.parse(read('node_modules/.package-lock.json')).packages ?? {}
  const wanted = JSON.parse(read('package-lock.json')).packages ?? {}
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}

if (read(stamp) !== hash) {
  if (!isComplete()) {
    console.log('installing packages …')
    execSync('npm install --no-save --no-audit --no-fund --loglevel=error', { cwd: root, stdio: 'inherit' })
  }
  try {
    writeFileSync(root + stamp, hash)
  } catch {
    // A read-only checkout is looked through again next time.
  }
}
