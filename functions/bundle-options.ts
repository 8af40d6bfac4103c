/*
 * How a function is bundled: one set of options for AWS and for one machine, so that what is tried here is what is
 * deployed. Plain data. `mainFields` halves the bundle against esbuild's defaults; the SDK is bundled and so pinned;
 * the banner gives CommonJS packages inside the ES module their `require`. What is imported dynamically lies in files
 * of its own (`splitting`), so that a start reads and compiles only what every request needs. Weights: bench/RESULTS.md.
 */

/**
 * Ways to credentials that a function never goes: its own come by its environment, the first place that the SDK looks
 * at, and a stand-in's are given. The SDK loads these only when it has found none; they weigh 37 kB gzip.
 */
const otherWaysToCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
] as const

const typst = '@myriaddreamin/typst-ts-node-compiler'
const fonts = '@expo-google-fonts/noto-serif-sc'

/**
 * What cannot be bundled and lies in node_modules beside the bundle of `documents`: a native module with its binary,
 * and fonts, of which a document needs two. On one machine they are where npm has put them.
 */
export const besideDocuments = {
  packages: [typst],
  /** For Lambda's processor, whatever that of the machine which deploys. */
  binary: `${typst}-linux-arm64-gnu`,
  files: [
    `${fonts}/package.json`,
    `${fonts}/400Regular/NotoSerifSC_400Regular.ttf`,
    `${fonts}/700Bold/NotoSerifSC_700Bold.ttf`,
  ],
} as const

export const bundleOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  splitting: true,
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: true,
  external: [...otherWaysToCredentials, typst],
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  outExtension: { '.js': '.mjs' },
} as const
