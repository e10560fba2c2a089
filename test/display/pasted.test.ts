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

  it.each([
    ...[
      'Amy Okoye amy@demo.example',
      'amy@demo.example (work)',
      'amy@demo.example - work',
      'Email Amy: amy@demo.example',
    ],
    ...['[amy@demo.example](mailto:amy@demo.example)', 'amy@demo.example|Amy', 'amy@demo.example <amy@demo.example>'],
    ...[
      'amy[at]demo.example',
      'amy (at) demo (dot) example',
      'amy@@demo.example',
      'amy@demo. example',
      'amy@demo .example',
    ],
    ...['https://mailto:amy@demo.example', 'mailto://amy@demo.example', 'sip:amy@demo.example', 'amy@demo.example/'],
    ...['&lt;amy@demo.example&gt;', 'amy@demo.example&nbsp;', 'amy@demo.example%20', '"amy"@demo.example'],
    ...['mailto:Amy%20Okoye%20%3Camy@demo.example%3E', 'mailto:amy@demo.example?cc=iro@demo.example'],
    ...['「amy@demo.example」', '＜amy@demo.example＞', 'AMY@DEMO。EXAMPLE', 'amy@demo．example', 'amy﹫demo.example'],
    ...['• amy@demo.example', '1. amy@demo.example', '> amy@demo.example', '_amy@demo.example_', '~amy@demo.example~'],
    ...['amy@demo.example\r\n', 'amy@demo.example\u0000', 'amy@demo.example…', 'e-mail = amy@demo.example'],
  ])('out of what stands around it: %j', (written) => {
    expect(pastedAddress(written)).toBe('amy@demo.example')
  })

  it.each([
    ['amy@demo.example; iro@demo.example', 'amy@demo.example; iro@demo.example'],
    ['amy@demo.example, iro@demo.example', 'amy@demo.example, iro@demo.example'],
    ['Amy Okoye', 'amy okoye'],
    ['amy', 'amy'],
    ['@demo.example', '@demo.example'],
    ['', ''],
    ['100%', '100%'],
  ])('is none, or not one alone, in %j', (written, folded) => {
    expect(pastedAddress(written)).toBe(folded)
  })

  it.each(['amy@müller.example', 'Amy@MÜLLER.example', 'amy@xn--mller-kva.example', 'amy@mu\u0308ller.example'])(
    'of a domain with letters of its own, as machines write it: %j',
    (written) => {
      expect(pastedAddress(written)).toBe('amy@xn--mller-kva.example')
    },
  )

  it.each(['\u0430my@demo.example', 'amy@dem\u043e.example'])(
    'is another one in other letters that look alike: %j',
    (written) => {
      expect(pastedAddress(written)).not.toBe('amy@demo.example')
    },
  )

  it.each([
    '_amy@demo.example',
    'amy_o@demo.example',
    'amy-jo@demo.example',
    "o'neill@demo.example",
    'amy.b+x@demo.example',
  ])('%s as it is', (address) => {
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
    '#LK104',
    'ID=LK104',
    'LK104 (foster placement)',
    'child no.: LK104;',
    "'LK104",
    'LK104\u2028',
  ])('out of %j', (written) => {
    expect(normalIdentifier(written)).toBe('LK104')
  })

  it.each(['child no. LK104', 'ID LK104', 'ref LK104', 'Client number LK104.'])('may be meant in %j', (written) => {
    expect(identifiersMeant(written)).toContain('LK104')
  })

  it('is not cut short where its own letters stand apart', () => {
    expect(identifiersMeant('LK 104')).toEqual(['LK104'])
    expect(identifiersMeant('NO 104')).toEqual(['NO104', '104'])
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
    '/stuck-case: mine',
    '/stuck-case\u2014mine',
    '\\stuck-case mine',
    '/STUCK-CASE MINE!',
    'mine\r\n',
  ])('out of %j', (typed) => {
    expect(readCommand(typed)).toEqual({ ask: 'open-mine' })
  })

  it.each(['?', '...', '“”', 'mine too', 'stuck-cases mine', 'stuck-case mine mine'])('is none in %j', (typed) => {
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
