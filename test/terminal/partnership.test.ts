/** `npm run partnership`, word for word, on a real database. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { partnershipFromShell } from '../../adapters/terminal/partnership.ts'
import { dayOf } from '../../src/calendar/london.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { changed, testshire } from '../support/testshire.ts'
import { startVersions } from '../support/versions.ts'

let t: Awaited<ReturnType<typeof startVersions>>
beforeEach(async () => {
  t = await startVersions()
  await t.applyText(testshire, 'start')
})
afterEach(() => t.close())

async function file(text: string, name = 'partnership.yaml'): Promise<string> {
  const path = join(temporaryFolder(), name)
  await writeFile(path, text)
  return path
}

/** `ask`: what is answered to the question; absent where nobody sits there. */
async function run(args: readonly string[], ask?: (question: string) => Promise<string>) {
  const written: string[] = []
  const write = (words: string) => written.push(words)
  const code = await partnershipFromShell(args, {
    open: () =>
      Promise.resolve({
        ...{ versions: t.versions, demonstration: false, today: dayOf(t.clock.now()) },
        apply: (applying) => t.apply(applying),
      }),
    ...{ out: write, err: write },
    ...(ask && {
      ask: (question: string) => {
        write(question)
        return ask(question)
      },
    }),
  })
  return { code, written: written.join('') }
}

const answering = (answer: string) => () => Promise.resolve(answer)
const withLead = changed('roles: [practitioner]', 'roles: [practitioner, lead], ends: 2026-12-04')

it('shows the difference, asks, and applies it', async () => {
  const yes = await run(['apply', await file(withLead), '--by', 'Chair@testshire.example'], answering('yes'))

  expect(yes).toEqual({
    code: 0,
    written:
      'What this changes in version 1 (applied on Friday 27 November 2026, 10:12, when Unstuck started):\n\n' +
      'People\n' +
      '  Hugo Pennell is now also lead.\n' +
      '  Hugo Pennell, last day: none → Friday 4 December 2026.\n' +
      '\nApply this as version 2? (yes/no) ' +
      'Version 2 is in force. Running processes take it up within seconds.\n',
  })
  expect((await run(['history'])).written).toMatch(
    /^Version 2, applied on Friday 27 November 2026, 10:12, with `npm run partnership` by Cosmo Verity: 0 joined, 0 left, 1 changed\. SHA-256 [0-9a-f]{16}…\nVersion 1, applied .*, when Unstuck started: 6 joined/,
  )
  expect(await run(['export'])).toEqual({ code: 0, written: withLead })
  expect(await run(['export', '1'])).toEqual({ code: 0, written: testshire })
  const { written } = await run(['show'])
  expect(written).toContain('\n  Times of day that are offered for a meeting: 10:00, 14:00, 10:00\n')
  expect(written).toContain('\n  Time of day of the daily message of reminders: as working hours begin\n')
  expect(written).not.toMatch(/[{}[\]]/)
  expect(written).toContain('Version 2 of Testshire Safeguarding Partnership\n')
  expect(written).toContain(
    '\nTestshire Trust (trust, health), lead: Hanna Oyelaran\n' +
      '  Hanna Oyelaran (nurse), lead, nurse@testshire.example, deputy: Hugo Pennell\n' +
      '  Hugo Pennell (colleague), practitioner, lead, colleague@testshire.example, last day: Friday 4 December 2026\n',
  )
})

it('changes nothing where the answer is no, where nobody can be asked, and where it is in force already', async () => {
  const other = await file(withLead)

  expect(await run(['apply', other], answering('n'))).toMatchObject({
    code: 1,
    written: expect.stringMatching(/Nothing was changed\.\n$/) as string,
  })
  expect(await run(['apply', other])).toMatchObject({
    code: 2,
    written: expect.stringMatching(/run it again with --yes\. Nothing was changed\.\n$/) as string,
  })
  expect(await run(['apply', await file(testshire)])).toEqual({
    code: 0,
    written: 'Nothing to apply: version 1 is this file.\n',
  })
  expect(await t.versions.newestNumber()).toBe(1)
})

it('refuses a file with mistakes, with all of them', async () => {
  const wrong = testshire
    .replace('lead: nurse', 'lead: sam')
    .replace('iro@testshire.example', 'iro@testshire.example, age: 4')

  expect(await run(['apply', await file(wrong), '--yes'])).toEqual({
    code: 1,
    written: 'partnership.yaml line 16, people.1.age: there is no such setting here\nNothing was changed.\n',
  })
  expect(await run(['apply', 'nowhere.yaml', '--yes'])).toEqual({
    code: 1,
    written: 'nowhere.yaml cannot be read.\nNothing was changed.\n',
  })
  expect((await run(['apply', await file('id,name\nsam,Sam\n', 'people.csv'), '--yes'])).written).toContain(
    'people.csv line 1: there is no column email;',
  )
  expect((await run(['apply', await file(withLead), '--yes', '--by', 'sam@elsewhere.example'])).written).toBe(
    'Nobody in the partnership has the email address after --by.\nNothing was changed.\n',
  )
  const any = `${testshire}workspaces: [{ platform: slack, workspace: any, agencies: [trust], domains: [trust.example] }]\n`
  expect((await run(['apply', await file(any), '--yes'])).written).toContain('only the demonstration may admit any')
  expect(await t.versions.newestNumber()).toBe(1)
})

it('shows the person who was slower what changed meanwhile, and changes nothing', async () => {
  const slower = await run(['apply', await file(withLead)], async () => {
    await t.applyText(changed('Testshire Trust', 'Testshire NHS Trust'))
    return 'yes'
  })

  expect(slower.code).toBe(3)
  expect(slower.written).toContain(
    'Version 1 is no longer the newest: somebody else has applied a file. Nothing was changed.\n' +
      'Version 2, applied on Friday 27 November 2026, 10:12, with `npm run partnership`, changed:\n\n' +
      'Agencies\n' +
      '  Testshire Trust is now called Testshire NHS Trust.\n' +
      '\nRun this again to see what your file changes against it.\n',
  )
  expect(await t.versions.newestNumber()).toBe(2)
})

it('merges a file of people, and says that nobody else is touched', async () => {
  const people = await file(
    'id;name;email;agency;roles;deputy;phone\r\nsam;Sam Okafor;sam@testshire.example;trust;practitioner;nurse;01632 960777\r\n',
    'people.csv',
  )
  const applied = await run(['apply', people, '--yes'])

  expect(applied.code).toBe(0)
  expect(applied.written).toContain(
    '  Sam Okafor (sam, sam@testshire.example) joins Testshire Trust as practitioner.\n',
  )
  expect(applied.written).toContain('\nPeople who are not in the file stay as they are.\n')
  expect((await t.versions.newest())?.text).toContain('# The chair looks after Unstuck as well.')
  expect((await run(['apply', people])).written).toBe('Nothing to apply: version 2 has all of this.\n')
})

it.each([
  [[]],
  [['apply']],
  [['apply', 'a', 'b']],
  [['show', 'all']],
  [['remove']],
  [['show', '--yes']],
  [['export', 'x']],
  [['apply', '--no']],
])('explains itself: %j', async (args) => {
  expect(await run(args)).toMatchObject({ code: 2 })
})
