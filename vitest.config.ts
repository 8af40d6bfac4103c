import { defineConfig } from 'vitest/config'

const results = process.env['HUIBAO_TEST_JSON']

/* Two workers: the machine has two cores, and several suites start a store of their own. */
export default defineConfig({
  test: {
    include: ['{shared,functions,infra,web,local,test}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    /* What a page does is waited for, and a busy machine is no failure. */
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    /* CI counts from the JSON; people read the other. */
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
})
