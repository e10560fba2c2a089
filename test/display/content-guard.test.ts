import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/calendar/day.ts'
import { clear } from '../../src/display/clear.ts'
import { findingsInWords, guard, type Finding } from '../../src/display/content-guard.ts'
import { Typed } from '../../src/display/typed.ts'

const kayleigh = ['Kayleigh-Anne O’Brien', '9990000018', 'A123456789012', 'LA 384923', '2025-11-02']
const about = (identifiers: readonly string[]) => ({
  identifiers: identifiers.map((identifier) => new Typed(identifier)),
  today: asDay('2026-03-31'),
})
const found = (words: string, identifiers: readonly string[] = []) => guard(new Typed(words), about(identifiers))

const shapes: readonly (readonly [Finding, readonly string[]])[] = [
  [
    'nhs-number',
    [
      'His number is 9434765919.',
      'NHS 943 476 5919',
      '943-476-5919',
      '943.476.5919',
      '943\u00a0476\u20115919',
      '943\u200b4765919',
      '９４３ ４７６ ５９１９',
      'ring 999 943 476 5919',
      'NHS number: 943 476 5918, one digit wrong',
    ],
  ],
  ['upn', ['UPN A123456789012', 'pupil a12345678901b', 'A 123456789012', 'UPN:A123456789012.']],
  ['postcode', ['at SW1A 1AA', 'lives in M1 1AE', 'cr26xh', 'near B33  8TH,', 'in w1a 0ax']],
  [
    'telephone',
    [
      'call 01632 960123',
      '(01632) 960-123',
      '07700 900123',
      '07700900123',
      '+44 7700 900123',
      '+44 (0)20 7946 0018',
      '0044 1632 960123',
      '7700 900 123',
      'tel:020-7946-0018',
    ],
  ],
  ['email-address', ['write to kay@school.example', 'KAY.O@SCHOOL.EXAMPLE', 'kay @ school.example']],
  [
    'date-of-birth',
    [
      'born 12/03/2012',
      '12/3/12',
      '12-03-2012',
      '12.03.2012',
      '12 03 2012',
      '2012-03-12',
      '12 Mar 2012',
      '12th March 2012',
      '12th of March, 2012',
      "12 march '12",
      'March 12, 2012',
      '03/15/2012',
      'DOB: 1 February 2026',
      'she was born on 01/02/2026',
    ],
  ],
  ['national-insurance-number', ['AB 12 34 56 C', 'ab123456d', 'NI: CE 123456 A']],
]

describe.each(shapes)('the guard finds %s in', (kind, texts) => {
  it.each(texts)('%s', (text) => {
    expect(found(text)).toContain(kind)
  })
})

describe('the guard finds nothing in', () => {
  it.each([
    'The Year 9 class of 2026 meets by 12 March.',
    'In an emergency call 999, or 101, or NHS 111.',
    'She walks along the A1 road, then the M25, to bus stop B12.',
    'Review on Tuesday 31 March 2026 at 09:00, then on 12/05/2026 and 2026-06-01.',
    'Review held on 14/11/2025, minutes on 18 November 2025.',
    'Meet 04-05-2026 10:00 to 11:30.',
    'Y9 3pm session; Q1 2nd draft; KS3 4th lesson.',
    'From 4 to 6 out of 10; 90 minutes; £1,200 for 2026/27.',
    'The order of 1998 and the Act of 12/03/1989.',
    'Section 20, regulation 33(2), SI 2010/959.',
    'Ms Patel (school) will write to the trust @ noon.',
    'Reference 1234567890 of the housing file.',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('of this child the guard finds', () => {
  it.each([
    ['the given name', 'We agreed that Kayleigh will choose.', 'name-of-the-child'],
    ['it in small letters', 'ask kayleigh first', 'name-of-the-child'],
    ['it in capitals', 'KAYLEIGH', 'name-of-the-child'],
    ['its possessive', "Kayleigh's plan", 'name-of-the-child'],
    ['its possessive with a curly apostrophe', 'Kayleigh’s plan', 'name-of-the-child'],
    ['its possessive without an apostrophe', 'kayleighs plan', 'name-of-the-child'],
    ['it with accents', 'Kàyléigh', 'name-of-the-child'],
    ['it with a hyphen', 'the Kayleigh-led review', 'name-of-the-child'],
    ['it beside a stroke', 'mother/Kayleigh', 'name-of-the-child'],
    ['half of a double name', 'Anne likes it', 'name-of-the-child'],
    ['a double name written as one', 'KayleighAnne', 'name-of-the-child'],
    ['the surname', 'the O’Brien family', 'name-of-the-child'],
    ['the surname without its apostrophe', 'the OBriens', 'name-of-the-child'],
    ['a name with an invisible character inside', 'Kay\u00adleigh', 'name-of-the-child'],
    ['the authority’s identifier', 'file LA384923', 'identifier'],
    ['it with a stroke', 'file la/384923', 'identifier'],
    ['the NHS number', '999 000 0018', 'nhs-number'],
    ['the pupil number', 'a123456789012', 'upn'],
    ['a date of birth within the last year', 'since 2 November 2025', 'date-of-birth'],
  ] as const)('%s', (_, text, kind) => {
    expect(found(text, kayleigh)).toContain(kind)
  })

  it.each([
    ['a name of two letters, as names are written', 'Jo', 'Ask Jo, and Jo’s carer.', ['name-of-the-child']],
    ['not those two letters elsewhere', 'Jo', 'the job, JO, majo', []],
    ['a name that is a month', 'May', 'Ask May.', ['name-of-the-child']],
    ['not the month itself', 'May', 'by 12 May 2026, or in May 2027; it may wait', []],
    ['a name that is a word', 'Will', 'Will agreed.', ['name-of-the-child']],
    ['not the word itself', 'Will', 'The school will write.', []],
    ['not a small word that is a name too', 'Jan Do', 'Do what was agreed, as it is.', []],
    ['not the one letter that begins a name', 'Kay O’Brien', 'He sits O levels.', []],
    ['not a longer word with the name in it', 'Art Lee', 'The party starts asleep.', []],
    ['not a longer number with the identifier in it', '4711', 'Room 14711.', []],
    ['not an identifier too short to tell', '12', 'by 12 March', []],
  ] as const)('%s', (_, identifier, text, kinds) => {
    expect(found(text, [identifier])).toEqual(kinds)
  })
})

it('finds several kinds at once, each once', () => {
  expect(found('Kayleigh and Anne, 943 476 5919 or 943 476 5919, SW1A 1AA', kayleigh)).toEqual([
    'nhs-number',
    'postcode',
    'name-of-the-child',
  ])
})

it('says what kind of thing was found, never the words', () => {
  const said = findingsInWords(found('Kayleigh, 943 476 5919, SW1A 1AA', kayleigh))

  expect(said).toBe(
    'This cannot be posted, because it has an NHS number, a postcode and a name of the child. Please write it without that.',
  )
})

describe('words are cleared', () => {
  it('when nothing is found in them', () => {
    expect(clear(new Typed(' The school writes by 12 March. '), about(kayleigh))).toEqual({
      cleared: 'The school writes by 12 March.',
    })
  })

  it('not when something is', () => {
    expect(clear(new Typed('Kayleigh agreed.'), about(kayleigh))).toEqual({ findings: ['name-of-the-child'] })
  })
})
