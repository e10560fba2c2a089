/** Who confirms a case gives what they know of the child; what the return knows already is kept beside it. */
import { expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { identityFrom } from '../../src/cases/identity.form.ts'
import { Typed } from '../../src/display/typed.ts'

const given = { name: new Typed('Kayleigh Marsden'), born: asDay('2014-05-21') }
const child = { birthday: asDay('2014-05-21'), identifier: 'LK104', upn: 'H801200001001' }

it.each([
  ['the pupil number of the return, where none is given', given, 'H801200001001'],
  ['another that is given, rather than that', { ...given, upn: 'A123456789012' }, 'A123456789012'],
])('keeps %s', (_, values, upn) => {
  expect(identityFrom(values as never, child as never)).toMatchObject({ upn, authorityIdentifier: 'LK104' })
})
