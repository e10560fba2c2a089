import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest begins first, also in a fresh clone, so that no core waits for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      /\/test\/(journeys|faults|houses|contract|climbs)\//.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** What lives for weeks, starts many processes or kills them: `npm run test:long`. */
const long = 'test/**/*.long.test.ts'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'short', include: ['test/**/*.test.ts'], exclude: [long] } },
      { extends: true, test: { name: 'long', include: [long] } },
    ],
    globalSetup: ['test/support/one-cluster.ts'],
    pool: 'forks',
    // as many as the cores it is meant for: with more of them, a busy moment outlasts the patience of a platform
    maxWorkers: 2,
    // a module is loaded once a process, not once a file, which halves the run: what it holds must not be of one test
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // a real database, real processes and a real browser, on two slow cores
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'America/New_York' }, // days are England's whatever the machine says
  },
})
