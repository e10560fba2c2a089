import { expect, it } from 'vitest'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { differenceInWords } from '../../src/partnership/difference-in-words.ts'
import { changed, read, testshire } from '../support/testshire.ts'

const open = { cases: 14, duties: 30 }

const difference = (after: string, before = testshire): readonly string[] =>
  differenceInWords(read(before), read(after), open).flatMap(({ lines }) => lines)

const sam =
  '  - { id: sam, name: Sam Okafor, email: sam@testshire.example, agency: trust, roles: [practitioner, lead] }\n'
const withSam = testshire + sam

it.each([
  [
    'joins',
    withSam,
    testshire,
    ['Sam Okafor (sam, sam@testshire.example) joins Testshire Trust as practitioner, lead.'],
  ],
  ['leaves', testshire, withSam, ['Sam Okafor (sam) leaves Testshire Trust.']],
  [
    'changes agency, roles and deputy',
    changed('agency: trust, roles: [practitioner]', 'agency: council, roles: [practitioner, chair], deputy: iro'),
    testshire,
    [
      'Hugo Pennell moves from Testshire Trust to Testshire Council.',
      'Hugo Pennell is now also chair.',
      'Hugo Pennell, deputy: nobody → Imogen Rooke.',
    ],
  ],
  [
    'gives a role back',
    changed('roles: [practitioner]', 'roles: [lead]'),
    testshire,
    ['Hugo Pennell is now also lead.', 'Hugo Pennell is no longer practitioner.'],
  ],
  [
    'has another name, address, number and a last day',
    changed(
      'name: Hugo Pennell, email: colleague@testshire.example,',
      'name: Hugo Hart, email: hugo@testshire.example, phone: 01632 960555, ends: 2026-12-04,',
    ),
    testshire,
    [
      'Hugo Pennell is now called Hugo Hart.',
      'Hugo Hart, work email address: colleague@testshire.example → hugo@testshire.example. ' +
        'Accounts that were linked by the old address are unlinked.',
      'Hugo Hart, phone number: none → 01632 960555.',
      'Hugo Hart, last day: none → Friday 4 December 2026.',
    ],
  ],
  [
    'answers for an agency in place of another',
    changed('lead: nurse', 'lead: colleague'),
    testshire,
    ['Testshire Trust, lead: Hanna Oyelaran → Hugo Pennell.'],
  ],
  [
    'gets the report in place of another',
    changed('reportsTo: chair', 'reportsTo: manager'),
    testshire,
    ['Who gets the daily report of reminders in shadow: Cosmo Verity → Teresa Malone. Counts at once.'],
  ],
])('says who %s', (_, after, before, lines) => {
  expect(difference(after, before)).toEqual(lines)
})

it('says that an id which somebody had before begins without accounts', () => {
  const { people, left = [], ...rest } = read()
  const before = { ...rest, people, left: [...left, { id: 'sam', name: 'Sam Oke', agency: 'trust' }] } as Partnership
  expect(differenceInWords(before, read(withSam), open).flatMap(({ lines }) => lines)).toEqual([
    'Sam Okafor (sam, sam@testshire.example) joins Testshire Trust as practitioner, lead. ' +
      'Accounts that were linked by the old address are unlinked.',
  ])
})

it('says of each policy the old, the new, and for whom it counts', () => {
  const policies = 'policies: { inputWorkingDays: 7, ladder: { iro: 12 } }\n'

  expect(difference(testshire + policies)).toEqual([
    'Working days for giving a view: 5 → 7. Counts for cases that start from now on; the 14 that are open keep theirs.',
    'The IRO is told after the due day, in working days: 10 → 12. ' +
      'Counts for cases and duties that start from now on; the 14 open cases and the 30 open duties keep theirs.',
  ])
})

it('says of what is read whenever it is needed that it counts at once', () => {
  const more =
    'policies: { digestAt: "09:30", riskRepeatMinutes: 10 }\n' +
    'themes: [{ theme: contact, name: Seeing family, explanation: Time with family. }]\n'

  expect(difference(testshire + more)).toEqual([
    'Minutes until more people are told that a risk to a child has not been reported: 30 → 10. Counts at once.',
    'Theme "Family time", its name: Family time → Seeing family. Counts at once.',
    'Theme "Family time", its explanation: Seeing parents, brothers, sisters and others who matter to the child. → ' +
      'Time with family. Counts at once.',
    'Time of day of the daily message of reminders: as working hours begin → 09:30. Counts at once.',
  ])
})

it('has words of a reader for every policy', () => {
  const all =
    'policies: { unconfirmedWorkingDays: 3, inputWorkingDays: 6, inputReminderWorkingDays: 3, meetingMinutes: 60, ' +
    'meetingNoticeWorkingDays: 4, meetingTimes: ["11:00", "11:00", "11:00"], chairReminderWorkingDays: 3, ' +
    'digestAt: "09:30", riskRepeatMinutes: 10, ladder: { coming: -3, overdue: 3, iro: 11, repeat: 4 } }\n'
  const lines = difference(testshire + all)

  expect(lines).toHaveLength(13)
  expect(lines.filter((line) => !/^[A-Z][a-z]* [A-Za-z ,]*: /.test(line))).toEqual([])
})

it('says of other settings from when they count', () => {
  const more =
    'closedDays: [2026-12-29]\nthemes: [{ theme: permanence, ask: [{ kind: health, because: It knows. }] }]\n' +
    'workspaces: [{ platform: slack, workspace: T1, agencies: [trust], domains: [trust.example] }]\n'

  expect(difference(testshire + more)).toEqual([
    'Closed days: none → 2026-12-29. Counts for every date worked out from now on.',
    'Theme "Permanence", why health is asked: none → It knows. Counts for cases that are confirmed from now on.',
    'workspaces.slack T1 for trust: none → trust.example. Counts at once.',
  ])
})

it('says nothing where only comments and the order of people change', () => {
  const people = testshire.split('\n')
  const moved = [...people.slice(0, 15), ...people.slice(16, 22), people[15], ...people.slice(22)].join('\n')

  expect(moved).not.toBe(testshire)
  expect(difference(changed('# The chair looks after Unstuck as well.', '# Nothing.', moved))).toEqual([])
})
