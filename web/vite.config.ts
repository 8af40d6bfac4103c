/*
 * How the pages are built: static files under .build/web, names with a hash, nothing from another host. The browsers
 * of the offices are Chromium 86 and later (360, QiAnXin and others); test/web-built.test.ts reads the built files for
 * anything younger.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../.build/web', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome86',
    cssTarget: 'chrome86',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
