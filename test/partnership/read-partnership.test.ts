import { describe, expect, it } from 'vitest'
import { readPartnership } from '../../src/partnership/read-partnership.ts'

/** Lines are counted from the first one here. */
const valid = `name: Testshire
authority: council
reportsTo: chair
urgent:
  emergency: Call 999.
  daytimeReferral: Call 01632 960001.
  outOfHours: Call 01632 960002.
  designatedOfficer: Call 01632 960003.
agencies:
  - id: council
    kind: social-care
    name: Testshire Council
    lead: chair
  - id: trust
    kind: health
    name: Testshire Trust
    lead: nurse
people:
  - id: chair
    name: Cosmo Verity
    email: Chair@testshire.example
    agency: council
    roles: [chair, coordinator]
  - id: iro
    name: Imogen Rooke
    email: iro@testshire.example
    agency: council
    roles: [iro]
    deputy: chair
  - { id: nurse, name: Hanna Oyelaran, email: nurse@testshire.example, agency: trust, roles: [lead] }
workspaces:
  - platform: slack
    workspace: T0123456789
    agencies: [council, trust]
    domains: [testshire.example]
`

function problemsWith(wrong: string, right: string): readonly string[] {
  const yaml = valid.replace(wrong, right)
  if (yaml === valid) throw new Error(`the valid file does not have: ${wrong}`)
  const read = readPartnership(yaml, 'partnership.yaml')
  return 'problems' in read ? read.problems : []
}

it('reads a valid file, with the defaults filled in', () => {
  const read = readPartnership(valid, 'partnership.yaml')

  expect(read).toMatchObject({
    partnership: {
      workingHours: { opens: '09:00', closes: '17:00' },
      policies: { inputWorkingDays: 5, ladder: { coming: -5, due: 0, overdue: 2, iro: 10, repeat: 5 } },
      people: [{ email: 'chair@testshire.example' }, {}, {}],
    },
  })
  expect(read).not.toHaveProperty('partnership.demonstration')
})

describe('a mistake is named with its line:', () => {
  it.each([
    ['no mail address', 'iro@testshire.example', 'iro', 'line 26, people.1.email: expected an email address'],
    [
      'a setting left out',
      '    email: iro@testshire.example\n',
      '',
      'line 24, people.1.email: expected string, but nothing is there',
    ],
    ['a setting left empty', 'name: Testshire\n', 'name:\n', 'line 1, name: expected string, received null'],
    [
      'an unknown setting',
      'reportsTo: chair',
      'reportsTo: chair\nnudges: live',
      'line 4, nudges: there is no such setting here',
    ],
    [
      'a lost urgent line',
      '  outOfHours: Call 01632 960002.\n',
      '',
      'line 4, urgent.outOfHours: expected string, but nothing is there',
    ],
    ['a wrong choice', 'roles: [iro]', 'roles: [boss]', 'line 28, people.1.roles.0: expected one of "practitioner"'],
    ['a wrong id', '- id: trust', '- id: The Trust', 'line 14, agencies.1.id: expected lower-case letters, digits'],
    [
      'a day that is none',
      'reportsTo: chair',
      'reportsTo: chair\nclosedDays: [2026-12-29, 2026-02-30]',
      'line 4, closedDays.1: expected a date such as 2026-12-29',
    ],
    [
      'rungs out of order',
      'reportsTo: chair',
      'reportsTo: chair\npolicies: { ladder: { overdue: 12 } }',
      'line 4, policies.ladder: expected `iro` to come later than `overdue`',
    ],
    ['an unknown deputy', 'deputy: chair', 'deputy: nobody', 'line 29, people.1.deputy: there is no person nobody'],
    ['oneself as deputy', 'deputy: chair', 'deputy: iro', 'line 29, people.1.deputy: nobody can be their own deputy'],
    ['an unknown lead', 'lead: nurse', 'lead: matron', 'line 17, agencies.1.lead: there is no person matron'],
    ['a lead from elsewhere', 'lead: nurse', 'lead: iro', 'line 17, agencies.1.lead: iro works for another agency'],
    ['an unknown agency', 'agency: trust', 'agency: ward', 'line 30, people.2.agency: there is no agency ward'],
    ['an unknown reader', 'reportsTo: chair', 'reportsTo: boss', 'line 3, reportsTo: there is no person boss'],
    ['an unknown authority', 'authority: council', 'authority: shire', 'line 2, authority: there is no agency shire'],
    [
      'an authority that is none',
      'authority: council',
      'authority: trust',
      'line 2, authority: expected an agency of kind social-care',
    ],
    [
      'no chair',
      'roles: [chair, coordinator]',
      'roles: [lead, coordinator]',
      'line 18, people: expected at least one person with the role chair',
    ],
    ['no IRO', 'roles: [iro]', 'roles: [lead]', 'line 18, people: expected at least one person with the role iro'],
    [
      'no coordinator',
      'roles: [chair, coordinator]',
      'roles: [chair]',
      'line 18, people: expected at least one person with the role coordinator',
    ],
    ['an id given twice', '{ id: nurse,', '{ id: iro,', 'line 30, people.2.id: the same as people.1.id'],
    [
      'an address given twice, in other letters',
      'email: nurse@testshire.example',
      'email: IRO@testshire.example',
      'line 30, people.2.email: the same as people.1.email',
    ],
    [
      'any workspace',
      'workspace: T0123456789',
      'workspace: any',
      'line 33, workspaces.0.workspace: only the demonstration may admit any workspace',
    ],
    [
      'a tenant by its name',
      'platform: slack\n    workspace: T0123456789',
      'platform: teams\n    workspace: testshire.example',
      "line 33, workspaces.0.workspace: expected the tenant's id, such as 00000000-0000-4000-8000-000000000000",
    ],
    [
      'a workspace of an unknown agency',
      'agencies: [council, trust]',
      'agencies: [council, school]',
      'line 34, workspaces.0.agencies.1: there is no agency school',
    ],
    [
      'hours that end before they begin',
      'reportsTo: chair',
      'reportsTo: chair\nworkingHours: { opens: 18:00 }',
      'line 4, workingHours.closes: expected a time after 18:00, when the day opens',
    ],
    [
      'a digest before the day opens',
      'reportsTo: chair',
      'reportsTo: chair\npolicies: { digestAt: 08:30 }',
      'line 4, policies.digestAt: expected a time within working hours, from 09:00 on and before 17:00',
    ],
    [
      'a digest as the day closes',
      'reportsTo: chair',
      'reportsTo: chair\npolicies: { digestAt: 17:00 }',
      'line 4, policies.digestAt: expected a time within working hours, from 09:00 on and before 17:00',
    ],
    [
      'a digest at no time of day',
      'reportsTo: chair',
      'reportsTo: chair\npolicies: { digestAt: 9am }',
      'line 4, policies.digestAt: expected a time such as 09:00',
    ],
    [
      'too few times for a meeting',
      'reportsTo: chair',
      "reportsTo: chair\npolicies: { meetingTimes: ['10:00', '14:00'] }",
      'line 4, policies.meetingTimes: ',
    ],
    [
      'a child at risk who would wait for longer',
      'reportsTo: chair',
      'reportsTo: chair\npolicies: { riskRepeatMinutes: 60 }',
      'line 4, policies.riskRepeatMinutes: ',
    ],
    [
      'a reminder before inputs were asked for',
      'reportsTo: chair',
      'reportsTo: chair\npolicies: { inputWorkingDays: 2 }',
      'line 4, policies.inputReminderWorkingDays: expected fewer than the 2 working days of inputWorkingDays',
    ],
    [
      'a key given twice',
      'name: Testshire\n',
      'name: Testshire\nname: Othershire\n',
      'line 2: Map keys must be unique',
    ],
    ['an alias that stands for nothing', 'name: Testshire', 'name: *shire', 'line 1: Unresolved alias'],
    ['a name of spaces', 'name: Testshire\n', "name: '  '\n", 'line 1, name: '],
    ['an agency without a name', 'name: Testshire Trust', "name: ''", 'line 16, agencies.1.name: '],
    ['a person without a name', 'name: Imogen Rooke', "name: ' '", 'line 25, people.1.name: '],
    ['a person without a role', 'roles: [iro]', 'roles: []', 'line 28, people.1.roles: '],
    ['an urgent line of nothing', 'Call 999.', "''", 'line 5, urgent.emergency: '],
    [
      'nobody to tell of a danger',
      '  emergency: Call 999.\n',
      '  emergency: Call 999.\n  contacts: []\n',
      'line 6, urgent.contacts: ',
    ],
    ['a workspace of nothing', 'workspace: T0123456789', "workspace: ''", 'line 33, workspaces.0.workspace: '],
    ['a workspace of no agency', 'agencies: [council, trust]', 'agencies: []', 'line 34, workspaces.0.agencies: '],
    ['a workspace of no domain', 'domains: [testshire.example]', 'domains: []', 'line 35, workspaces.0.domains: '],
    ['a bracket left open', 'roles: [iro]', 'roles: [iro', 'line 29: '],
  ])('%s', (_, wrong, right, problem) => {
    expect(problemsWith(wrong, right).join('\n')).toContain(`partnership.yaml ${problem}`)
  })

  it('an empty file', () => {
    expect(readPartnership('', 'empty.yaml')).toEqual({
      problems: ['empty.yaml line 1: expected object, received null'],
    })
  })

  it('aliases of aliases that would fill the memory', () => {
    const nine = (name: string): string => Array.from({ length: 9 }, () => name).join(', ')
    const letters = Array.from('bcdefghi')
    const bomb = letters.map((letter, n) => `${letter}: &${letter} [${nine(`*${'abcdefgh'.charAt(n)}`)}]`)
    const read = readPartnership(`a: &a [${nine('x')}]\n${bomb.join('\n')}`, 'bomb.yaml')

    expect(read).toEqual({ problems: [matching(/^bomb\.yaml line 2: Excessive alias count/)] })
  })

  it('keys that every object has', () => {
    expect(problemsWith('name: Testshire', '__proto__: { demonstration: true }\nname: Testshire')).not.toEqual([])
    expect({}).not.toHaveProperty('demonstration')
  })

  it('all of them at once', () => {
    const yaml = valid.replace('iro@testshire.example', 'iro').replace('kind: health', 'kind: hospital')
    const read = readPartnership(yaml, 'partnership.yaml')

    expect(read).toMatchObject({ problems: [/line 15, agencies\.1\.kind/, /line 26, people\.1\.email/].map(matching) })
  })
})

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
