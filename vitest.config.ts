import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/one-cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // a real database, real processes and a real browser, on two slow cores
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'America/New_York' }, // days are England's whatever the machine says
  },
})
