import { describe, expect, it } from 'vitest'
import { mergePeople } from '../../src/partnership/merge-people.ts'
import type { PeopleRow } from '../../src/partnership/people-row.ts'
import { read, testshire } from '../support/testshire.ts'

const merge = (...cells: readonly PeopleRow['cells'][]) =>
  mergePeople(
    { text: testshire, partnership: read() },
    cells.map((one, index) => ({ line: index + 2, cells: one })),
    'people.csv',
  )

function merged(...cells: readonly PeopleRow['cells'][]) {
  const found = merge(...cells)
  if ('problems' in found) throw new Error(found.problems.join('\n'))
  expect(read(found.text).people).toEqual(found.people)
  return found
}

const sam = {
  id: 'sam',
  name: 'Sam Okafor',
  email: 'Sam@Testshire.example',
  agency: 'trust',
  roles: 'lead|practitioner',
}
const worker = {
  id: 'worker',
  name: 'Samira Holt',
  email: 'worker@testshire.example',
  agency: 'council',
  roles: 'social-worker',
}

describe('rows', () => {
  it('add anybody who is not there, at the end, and keep every comment', () => {
    const { text, people } = merged({ ...sam, deputy: 'nurse', phone: '01632960777', ends: '04/12/2026' })

    expect(people.at(-1)).toEqual({
      ...{ id: 'sam', name: 'Sam Okafor', email: 'sam@testshire.example', agency: 'trust' },
      ...{ roles: ['lead', 'practitioner'], deputy: 'nurse', phone: '01632960777', ends: '2026-12-04' },
    })
    for (const comment of testshire.match(/#.*/g) ?? []) expect(text).toContain(comment)
  })

  it('change anybody who is there, field by field', () => {
    const { text, people } = merged({ ...worker, name: 'Samira Hart', roles: 'social-worker;chair' })

    expect(people.find(({ id }) => id === 'worker')).toEqual({
      ...{ id: 'worker', name: 'Samira Hart', email: 'worker@testshire.example', agency: 'council' },
      ...{ roles: ['social-worker', 'chair'], deputy: 'manager' },
    })
    expect(text).toContain('    deputy: manager # until June\n')
    expect(read(text)).toMatchObject({ ...read(), people: expect.anything() as unknown })
  })

  it('leave alone what there is no column for, and take away what an empty cell stands for', () => {
    expect(merged(worker).people.find(({ id }) => id === 'worker')).toHaveProperty('deputy', 'manager')
    expect(merged({ ...worker, deputy: '' }).people.find(({ id }) => id === 'worker')).not.toHaveProperty('deputy')
  })

  it('remove nobody', () => {
    expect(merged(sam).people).toHaveLength(read().people.length + 1)
  })
})

describe('a mistake in a row is named with line and column, all of them at once:', () => {
  it.each([
    ['nothing there', [{ ...sam, name: '' }], ['line 2, name: expected something here, but it is empty']],
    [
      'an id that is none',
      [{ ...sam, id: 'Sam Okafor' }],
      ['line 2, id: expected lower-case letters, digits and hyphens'],
    ],
    ['no address', [{ ...sam, email: 'sam' }], ['line 2, email: expected an email address']],
    ['an unknown agency', [{ ...sam, agency: 'ward' }], ['line 2, agency: there is no agency ward']],
    ['an unknown role', [{ ...sam, roles: 'boss' }], ['line 2, roles: expected one of "practitioner"']],
    ['an unknown deputy', [{ ...sam, deputy: 'nobody' }], ['line 2, deputy: there is no person nobody']],
    ['no number', [{ ...sam, phone: 'reception' }], ['line 2, phone: expected a phone number']],
    ['no day', [{ ...sam, ends: '31/02/2026' }], ['line 2, ends: expected a date']],
    ['an id twice', [sam, { ...sam, email: 'other@testshire.example' }], ['line 3, id: the same as in line 2']],
    [
      'an address of somebody else',
      [{ ...sam, email: 'iro@testshire.example' }],
      ['line 2, email: the same as of Imogen Rooke: email'],
    ],
    [
      'a lead who moves away',
      [{ id: 'nurse', name: 'Hanna Oyelaran', email: 'nurse@testshire.example', agency: 'council', roles: 'lead' }],
      ['With these people, agencies.1.lead does not fit: nurse works for another'],
    ],
    [
      'two rows',
      [
        { ...sam, roles: 'boss' },
        { ...worker, email: 'worker' },
      ],
      ['line 2, roles', 'line 3, email'],
    ],
  ] as const)('%s', (_, rows, problems) => {
    const found = merge(...rows)

    expect(found).toEqual({ problems: problems.map((one) => expect.stringContaining(one) as unknown) })
    expect(JSON.stringify(found)).not.toContain('undefined')
  })
})
