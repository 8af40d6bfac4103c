/*
 * The pages that ours are compared with, from a server of the same code: the same headers, the same compression, the
 * same target of the build. A page of nothing but a heading and a paragraph; table 3 bare; table 3 in SurveyJS.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { freePort } from '../../local/free-port.ts'
import { startHttp } from '../../local/http.ts'
import { pagesOf } from '../../local/pages.ts'
import type { Cells } from '../../shared/form/cells.ts'

export interface OtherPages {
  readonly plain: string
  readonly bareTable: string
  readonly surveyTable: string
  readonly stop: () => Promise<void>
}

const html = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${title}">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`

const tablePage = (name: string, figures: Cells, head = ''): string =>
  html(
    '三、收到和处理政府信息公开申请情况',
    `${head}<script type="module" src="/assets/${name}.js"></script>\n`,
    `<button type="button" id="open">打开</button>
<script type="application/json" id="figures">${JSON.stringify(figures)}</script>
<div id="table"></div>`,
  )

const stylesOfSurvey = 'survey-core/survey-core.fontless.min.css'

const lay = async (folder: string, figures: Cells): Promise<void> => {
  const assets = join(folder, 'assets')
  mkdirSync(assets, { recursive: true })
  await build({
    entryPoints: ['bare-table', 'survey-table'].map((name) =>
      fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url)),
    ),
    outdir: assets,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'chrome86',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  copyFileSync(fileURLToPath(import.meta.resolve(stylesOfSurvey)), join(assets, 'survey.css'))
  const styles = '<link rel="stylesheet" href="/assets/survey.css">\n'
  writeFileSync(join(folder, 'plain.html'), html('汇报', '', '<p>在线填报、按期报送、自动汇总。</p>'))
  writeFileSync(join(folder, 'bare-table.html'), tablePage('bare-table', figures))
  writeFileSync(join(folder, 'survey-table.html'), tablePage('survey-table', figures, styles))
}

/**
 * Builds the pages into `folder` and serves them.
 * @param figures What stands in table 3, by address.
 * @param issuer For the headers alone.
 */
export const serveOtherPages = async (folder: string, figures: Cells, issuer: string): Promise<OtherPages> => {
  await lay(folder, figures)
  const http = await startHttp({
    port: await freePort(0),
    routes: [],
    invoke: async () => undefined,
    verify: async () => undefined,
    pages: pagesOf(folder, { issuer, clientId: '', scope: '' }),
  })
  return {
    plain: `${http.url}/plain.html`,
    bareTable: `${http.url}/bare-table.html`,
    surveyTable: `${http.url}/survey-table.html`,
    stop: http.stop,
  }
}
