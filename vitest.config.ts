import { defineConfig } from 'vitest/config'

const results = process.env['HUIBAO_TEST_JSON']

/* Two workers: the machine has two cores, and several suites start a store of their own. */
export default defineConfig({
  test: {
    include: ['{shared,functions,infra,web,local,test}/**/*.test.ts'],
    /* Limits only end what hangs: a busy machine is no failure. */
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    /* CI counts from the JSON; people read the other. */
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
})
