/** Prints how many tests passed and failed, from vitest's report and the exit code of the run. */
import { readFileSync } from 'node:fs'

const [report, exitCode] = process.argv.slice(2)
const { passed, failed } = counted(report)
const brokenOtherwise = exitCode !== '0' && failed === 0
console.log(passed, brokenOtherwise ? 1 : failed)

/** @param {string} report */
function counted(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const didNotLoad = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + didNotLoad.length }
  } catch {
    return { passed: 0, failed: 1 } // the run ended before it could report
  }
}
