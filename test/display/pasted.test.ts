/** What people paste is read as it was meant. */
import { describe, expect, it } from 'vitest'
import { identifiersMeant, normalIdentifier } from '../../src/children/identifier.ts'
import { readCommand } from '../../src/commands/read-command.ts'
import { pastedAddress } from '../../src/display/pasted-address.ts'
import { readLinkCode } from '../../src/people/read-link-code.ts'

/** Nobody can see these. */
const unseen = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\u202a',
  '\u034f',
  '\u180e',
  '\u3164',
  '\ufe0f',
  '\u{e0020}',
]

describe('an address', () => {
  it.each(unseen)('without %j, wherever it is', (sign) => {
    for (const written of [`${sign}amy@demo.example`, `am${sign}y@demo.example`, `amy@demo.example${sign}`])
      expect(pastedAddress(written)).toBe('amy@demo.example')
  })

  it.each([
    ...['Amy@Demo.Example', ' amy@demo.example. ', 'mailto:amy@demo.example', 'MAILTO:amy@demo.example?subject=Hi'],
    ...['<amy@demo.example>', 'Amy Okoye <amy@demo.example>', '"Okoye, Amy" <amy@demo.example>;', '(amy@demo.example)'],
    ...[
      '“amy@demo.example”',
      "'amy@demo.example'",
      'Email: amy@demo.example',
      'amy @ demo.example',
      'amy＠demo.example',
    ],
    ...[
      'amy%40demo.example',
      '<mailto:amy@demo.example|amy@demo.example>',
      'amy@demo.example,',
      '\u00a0amy@demo.example\u00a0',
    ],
    ...['To: Amy Okoye <amy@demo.example>', 'mailto:amy%40demo.example', '[amy@demo.example]', '*amy@demo.example*'],
  ])('out of %j', (written) => {
    expect(pastedAddress(written)).toBe('amy@demo.example')
  })

  it.each(['amy-jo@demo.example', "o'neill@demo.example", 'amy.b+x@demo.example'])('%s as it is', (address) => {
    expect(pastedAddress(address)).toBe(address)
  })

  it('with a dash or an apostrophe that a word processor has changed', () => {
    expect(pastedAddress('amy\u2011jo@demo.example')).toBe('amy-jo@demo.example')
    expect(pastedAddress('o\u2019neill@demo.example')).toBe("o'neill@demo.example")
  })
})

describe('an identifier', () => {
  it.each([
    ...unseen.map((sign) => `LK${sign}104`),
    'lk 104',
    '\u00a0LK104',
    'ＬＫ１０４',
    'Child ID: LK104',
    '"LK104"',
    '(LK104)',
  ])('out of %j', (written) => {
    expect(normalIdentifier(written)).toBe('LK104')
  })

  it('may have a full stop or a hyphen of its own, or of the sentence', () => {
    expect(identifiersMeant('LK104.')).toEqual(['LK104.', 'LK104'])
    expect(identifiersMeant('LK\u2013104')).toEqual(['LK-104'])
    expect(identifiersMeant('---')).toEqual([])
  })
})

describe('a command', () => {
  it.each([
    'mine\u200b',
    '\ufeffmine',
    '“mine”',
    '`mine`',
    'mine.',
    '/stuck\u2011case mine',
    '/stuck–case\u00a0mine',
    '/stuck--case mine',
  ])('out of %j', (typed) => {
    expect(readCommand(typed)).toEqual({ ask: 'open-mine' })
  })

  it.each(['?', '...', '“”', 'mine too'])('is none in %j', (typed) => {
    expect(readCommand(typed)).toBeUndefined()
  })

  it.each([
    'link ABCD\u2011EFGH',
    '`link ABCD-EFGH`',
    '“link ABCD-EFGH”',
    'link\u00a0ABCD-\u200bEFGH',
    'link ABCD–EFGH.',
  ])('with its code out of %j', (typed) => {
    expect(readLinkCode(typed)?.reveal()).toBe('ABCD-EFGH')
  })
})
