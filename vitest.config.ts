import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/one-cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // a module is loaded once a process, not once a file, which halves the run: what it holds must not be of one test
    isolate: false,
    // a real database, real processes and a real browser, on two slow cores
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'America/New_York' }, // days are England's whatever the machine says
  },
})
