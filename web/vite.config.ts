/*
 * How the pages are built: static files under .build/web, names with a hash, nothing from another host. The browsers
 * of the offices are Chromium 86 and later (360, QiAnXin and others); test/web-built.test.ts reads the built files for
 * anything younger.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/*
 * The address of a return is answered with a page of its own (infra/page-routes.js): the one page, and in its head
 * what a return needs, so that this comes together with the start instead of after it: on a slow line a wait less
 * before the first text of the return. The script asks for little, so that the start is not held up by it.
 */
const pageOfReturns: Plugin = {
  name: 'page-of-returns',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html']
    const script = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'return')
    const style = Object.values(bundle).find(({ fileName }) => /^assets\/return-[^/]+\.css$/.test(fileName))
    if (page?.type !== 'asset' || script === undefined || style === undefined)
      throw new Error('The page of returns cannot be made: the start or the return is not built under its name.')
    const ahead = [
      `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${script.fileName}">`,
      `<link rel="stylesheet" crossorigin href="/${style.fileName}">`,
    ]
    const source = String(page.source).replace('  </head>', () => `    ${ahead.join('\n    ')}\n  </head>`)
    this.emitFile({ type: 'asset', fileName: 'return.html', source })
  },
}

export default defineConfig({
  root,
  plugins: [pageOfReturns],
  /* Built the same whoever builds: a test run would otherwise get the development form of every element. */
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: fileURLToPath(new URL('../.build/web', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome86',
    cssTarget: 'chrome86',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          /* Few files: small ones compress badly, and each is a round trip on a slow line. */
          groups: [
            /* English is one file: whoever chooses it waits once, and has it for every page. */
            { name: 'english', test: /\.en\.ts$/, priority: 3 },
            /* What every page needs: whatever the start and the parts around all pages stand on. */
            {
              name: 'start',
              test: /web\/(main\.tsx|moment\.ts|api\/(?!collecting|send-file).*|page\/(?!state-).*)$/,
              priority: 2,
            },
            /* The checks of every edition among it: one file compresses better, and waits for no other. */
            {
              name: 'return',
              test: /(web\/return\/return-page\.tsx|editions\/(reading-checks|dispute-checks|application-checks)\.ts)$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
