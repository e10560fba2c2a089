/** The access table by kind of agency, written out: every kind and every part of who a child is. */
import { expect, it } from 'vitest'
import {
  childInDanger,
  childInOneLine,
  enoughToTell,
  knownOf,
  whichChild,
  whoChildIs,
} from '../../src/children/which-child.ts'
import type { ReadingBlock } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { AgencyId, PersonId } from '../../src/ids.ts'
import { AgencyKind, type PartnershipPerson } from '../../src/partnership/partnership.ts'
import { identityFor, identityParts, type ToldAs } from '../../src/permissions/identity-for.ts'
import { demonstration } from '../support/builders.ts'

const table = `
             | name | born | nhsNumber | upn | authorityIdentifier
authority    | yes  | yes  | –         | –   | yes
social-care  | yes  | yes  | –         | –   | –
health       | yes  | yes  | yes       | –   | –
police       | yes  | yes  | –         | –   | –
education    | yes  | yes  | –         | yes | –
housing      | yes  | yes  | –         | –   | –
voluntary    | yes  | yes  | –         | –   | –
probation    | yes  | yes  | –         | –   | –
danger       | yes  | yes  | –         | –   | yes
`

const cells = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim())
const [head = [], ...rows] = table.trim().split('\n').map(cells)

it('has a line for every kind of agency, and a column for every part', () => {
  expect(rows.map(([kind]) => kind)).toEqual(['authority', ...AgencyKind.options, 'danger'])
  expect(head.filter(Boolean)).toEqual([...identityParts])
})

it.each(rows.map(([kind = '', ...marks]) => [kind as ToldAs, marks] as const))('tells %s just this', (kind, marks) => {
  const parts: readonly string[] = identityFor[kind]
  expect(identityParts.map((part) => (parts.includes(part) ? 'yes' : '–'))).toEqual(marks)
})

const child = { birthday: '2014-05-21', identifier: 'LK104', upn: 'H801200001001' }
const known = {
  name: new Typed('Kayleigh Marsden'),
  born: new Typed(child.birthday),
  nhsNumber: new Typed('943 476 5919'),
  upn: new Typed(child.upn),
  authorityIdentifier: new Typed(child.identifier),
}
const born = 'Wednesday 21 May 2014'

/** Somebody of an agency of this kind; social care here is another council. */
const of = (kind: Exclude<ToldAs, 'danger'>): readonly [typeof partnership, PartnershipPerson] => [
  partnership,
  {
    ...{ id: PersonId.parse('somebody'), name: 'Somebody', email: 'somebody@demo.example', roles: ['practitioner'] },
    agency: kind === 'authority' ? demonstration.authority : AgencyId.parse(`one-of-${kind}`),
  },
]
const partnership = {
  ...demonstration,
  agencies: [
    ...demonstration.agencies,
    ...AgencyKind.options.map((kind) => ({
      ...{ id: AgencyId.parse(`one-of-${kind}`), kind, name: `One of ${kind}`, lead: PersonId.parse('somebody') },
    })),
  ],
}
const read = (blocks: readonly ReadingBlock[]) =>
  blocks.flatMap((block) => (block.block === 'words' ? [block.words.reveal()] : []))

it.each([
  ['authority', ['LK104']],
  ['social-care', []],
  ['health', ['943 476 5919']],
  ['police', []],
  ['education', ['H801200001001']],
  ['housing', []],
  ['voluntary', []],
  ['probation', []],
] as const)('gives somebody of %s no number but their own', (kind, number) => {
  expect(read(whoChildIs(...of(kind), known))).toEqual(['Kayleigh Marsden', born, ...number])
  expect(read(whichChild(...of(kind), known))).toEqual([born, ...number])
})

it.each([
  ['authority', [born, 'LK104']],
  ['health', [born, '943 476 5919']],
  ['police', ['Kayleigh Marsden', born]],
] as const)('of what is handed to somebody of %s it says enough to tell which child', (kind, words) => {
  expect(read(enoughToTell(...of(kind), known).blocks)).toEqual(words)
})

it('names the child to health where nobody gave its NHS number', () => {
  const { name, authorityIdentifier } = known
  expect(read(enoughToTell(...of('health'), { name, authorityIdentifier, born: known.born }).blocks)).toEqual([
    'Kayleigh Marsden',
    born,
  ])
})

it.each([
  ['authority', 'LK104, born 21 May 2014, K.M.', false],
  ['health', '943 476 5919, born 21 May 2014, K.M.', false],
  ['police', 'Kayleigh Marsden, born 21 May 2014', true],
] as const)('in a list of somebody of %s it is one line', (kind, words, named) => {
  const told = childInOneLine(...of(kind), known)
  expect([told.line.reveal(), told.named]).toEqual([words, named])
})

it('leaves out initials where nobody has confirmed a name', () => {
  const { born: day, authorityIdentifier } = known
  expect(childInOneLine(...of('authority'), { born: day, authorityIdentifier }).line.reveal()).toBe(
    'LK104, born 21 May 2014',
  )
})

it('knows that a date of birth alone is not enough', () => {
  expect(enoughToTell(...of('health'), { born: known.born })).toMatchObject({ named: false, enough: false })
})

it('keeps nothing back that says which child is in danger, whoever was told', () => {
  expect(read(childInDanger(known))).toEqual(['Kayleigh Marsden', born, 'LK104'])
})

it('goes by what somebody confirmed before what the return says', () => {
  const returned = { birthday: new Typed('2014-05-12'), identifier: new Typed('LK104') }
  expect(read(whichChild(...of('authority'), knownOf(returned, { born: known.born })))).toEqual([born, 'LK104'])
})
