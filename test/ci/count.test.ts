import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] }
const failedFile = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }
const fileThatDoesNotLoad = { status: 'failed', assertionResults: [] }

it.each([
  ['a good run', reportOf(3, 0, passedFile), 0, '3 0'],
  ['a failed test', reportOf(3, 1, passedFile, failedFile), 1, '3 1'],
  ['a file that does not load', reportOf(2, 0, passedFile, fileThatDoesNotLoad), 1, '2 1'],
  ['a good report of a run that failed otherwise', reportOf(2, 0, passedFile), 1, '2 1'],
  ['a run that ended before it could report', '', 137, '0 1'],
])('counts %s', (_, report, exitCode, counted) => {
  const file = join(temporaryFolder(), 'report.json')
  writeFileSync(file, report)

  const printed = execFileSync(process.execPath, ['.ci/count.mjs', file, String(exitCode)], { encoding: 'utf8' })

  expect(printed.trim()).toBe(counted)
})

function reportOf(numPassedTests: number, numFailedTests: number, ...testResults: object[]): string {
  return JSON.stringify({ numPassedTests, numFailedTests, testResults })
}
