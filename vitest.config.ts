import { defineConfig } from 'vitest/config'

/* Two workers: the machine has two cores, and several suites start a store of their own. */
export default defineConfig({
  test: {
    include: ['{shared,functions,infra,local,test}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
