import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { asOf } from '../../src/partnership/as-of.ts'
import { gapsAhead } from '../../src/partnership/gaps-ahead.ts'
import { leftAfter } from '../../src/partnership/left.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { PersonId } from '../../src/ids.ts'
import { nameOf } from '../../src/people/name-of.ts'
import { agencyOf } from '../../src/people/people.ts'
import { changed, read, testshire } from '../support/testshire.ts'

/** Somebody's last day, written after their id. */
const ending = (id: string, day: string, yaml = testshire): string =>
  changed(`{ id: ${id},`, `{ id: ${id}, ends: ${day},`, yaml)
const lastDay = '2026-12-04'
const stands = (yaml: string, day: string): Partnership => asOf(read(yaml), asDay(day))
const ids = ({ people }: Partnership) => people.map(({ id }) => id)
const person = (id: string) => PersonId.parse(id)

describe('somebody with a last day', () => {
  it('is there on that day, and from the day after is not', () => {
    const yaml = ending('colleague', lastDay)

    expect(ids(stands(yaml, lastDay))).toContain('colleague')
    expect(ids(stands(yaml, '2026-12-05'))).not.toContain('colleague')
    expect(stands(yaml, '2026-12-05').left).toEqual([{ id: 'colleague', name: 'Hugo Pennell', agency: 'trust' }])
  })

  it('is nobody’s deputy from then on: the next in the chain is, and nobody where it ends', () => {
    expect(
      stands(ending('manager', lastDay), '2026-12-05').people.find(({ id }) => id === 'worker'),
    ).not.toHaveProperty('deputy')
    const chain = changed('agency: council, roles: [lead]', 'agency: council, roles: [lead], deputy: chair')
    expect(
      stands(ending('manager', lastDay, chain), '2026-12-05').people.find(({ id }) => id === 'worker'),
    ).toMatchObject({
      deputy: 'chair',
    })
  })

  it('is succeeded as lead by a deputy of the same agency, and as reader of reports by a coordinator', () => {
    const later = stands(ending('nurse', lastDay), '2026-12-05')
    expect(agencyOf(later, { agency: read().agencies[1]?.id ?? read().authority }).lead).toBe('colleague')

    const reader = changed('reportsTo: chair', 'reportsTo: iro')
    expect(stands(ending('iro', lastDay, reader), '2026-12-05').reportsTo).toBe('chair')
  })

  it('changes nothing for anybody before', () => {
    const partnership = read(ending('nurse', lastDay))

    expect(asOf(partnership, asDay(lastDay))).toBe(partnership)
  })
})

describe('what last days leave open is said', () => {
  it.each([
    ['colleague', testshire, []],
    [
      'nurse',
      testshire,
      [
        'After Friday 4 December 2026 Hugo Pennell is lead of Testshire Trust in place of Hanna Oyelaran, until another is named.',
      ],
    ],
    ['manager', testshire, ['After Friday 4 December 2026 nobody is lead of Testshire Council.']],
    ['iro', testshire, ['After Friday 4 December 2026 nobody is Independent Reviewing Officer.']],
    [
      'chair',
      testshire,
      [
        'After Friday 4 December 2026 nobody is chair.',
        'After Friday 4 December 2026 nobody is coordinator.',
        'After Friday 4 December 2026 nobody is the reader of the daily report.',
      ],
    ],
    ['iro', changed('roles: [practitioner]', 'roles: [practitioner, iro]'), []],
  ])('%s', (id, yaml, gaps) => {
    expect(gapsAhead(read(ending(id, lastDay, yaml)))).toEqual(gaps)
  })
})

describe('who has left', () => {
  const first = read(testshire)
  const without = read(
    changed(/ {2}- \{ id: colleague.*\n/.exec(testshire)?.[0] ?? '', '').replace(', deputy: colleague', ''),
  )

  it('is still named where a record names them, and is not once they are back', () => {
    const left = leftAfter(undefined, first, without)
    expect(left.people).toEqual([{ id: 'colleague', name: 'Hugo Pennell', agency: 'trust' }])

    const second = { ...without, left: left.people }
    expect(nameOf(second, person('colleague'))).toBe('Hugo Pennell (has left)')
    expect(nameOf(second, person('nurse'))).toBe('Hanna Oyelaran')
    expect(nameOf(second, person('stranger'))).toBe('Somebody who has left')
    expect(nameOf(second, person('stranger'), 'somebody')).toBe('somebody')

    expect(leftAfter(left, second, first).people).toEqual([])
    expect(leftAfter(left, second, without)).toEqual(left)
  })

  it('is remembered with their agency, so that what it said can still be read', () => {
    const alone = read(testshire.replace(/ {2}- \{ id: trust.*\n/, '').replaceAll('agency: trust', 'agency: council'))
    const left = leftAfter(undefined, first, alone)

    expect(
      agencyOf({ ...alone, leftAgencies: left.agencies }, { agency: left.agencies[0]?.id ?? alone.authority }).name,
    ).toBe('Testshire Trust')
  })
})
