import { expect, it } from 'vitest'
import { initialsOf } from '../../src/display/initials.ts'

it.each([
  ['Kayleigh Marsden', 'K.M.'],
  ['  anna  maria  ortiz ', 'A.O.'],
  ['Bo', 'B.'],
  ['Élodie O’Neill', 'É.O.'],
  ['Łukasz Nowak (known as Luke)', 'Ł.L.'],
  ['– 7', ''],
])('of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
