/*
 * How a function is bundled: one set of options for AWS and for one machine, so that what is tried here is what is
 * deployed. Plain data. `mainFields` halves the bundle against esbuild's defaults; the SDK is bundled and so pinned;
 * the banner gives CommonJS packages inside the ES module their `require`.
 */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: true,
  external: [],
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  outExtension: { '.js': '.mjs' },
} as const
