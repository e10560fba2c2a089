import { describe, expect, it } from 'vitest'
import { isPeopleCsv, readPeopleCsv } from '../../adapters/terminal/read-people-csv.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const readCsv = (text: string) => readPeopleCsv(bytes(text), 'people.csv')

const sam = { id: 'sam', name: 'Sam Okafor', email: 'sam@council.example', agency: 'council', roles: 'lead chair' }

describe('a file of people is read', () => {
  it.each([
    ['with commas', 'id,name,email,agency,roles\nsam,Sam Okafor,sam@council.example,council,lead chair\n'],
    [
      'as a spreadsheet writes it: semicolons, a mark at the start, Windows line ends, an empty line',
      '\uFEFFid;name;email;agency;roles\r\nsam;Sam Okafor;sam@council.example;council;lead chair\r\n\r\n;;;;\r\n',
    ],
    ['with tabs', 'id\tname\temail\tagency\troles\nsam\tSam Okafor\tsam@council.example\tcouncil\tlead chair\n'],
    [
      'whatever the case of the header',
      'ID, Name ,EMAIL,Agency,Roles,\nsam, Sam Okafor ,sam@council.example,council,lead chair,\n',
    ],
  ])('%s', (_, text) => {
    expect(readCsv(text)).toEqual({ rows: [{ line: 2, cells: sam }] })
  })

  it('with the lines as an editor counts them', () => {
    const text = 'id,name,email,agency,roles\n\na,"A\nB",a@x.example,c,lead\nb,B,b@x.example,c,lead\n'

    expect(readCsv(text)).toMatchObject({ rows: [{ line: 3 }, { line: 5 }] })
  })

  it('in the older encoding of Excel', () => {
    const text = 'id,name,email,agency,roles\nzoe,Zoë Hart,zoe@council.example,council,lead\n'

    expect(readPeopleCsv(Buffer.from(text, 'latin1'), 'people.csv')).toMatchObject({
      rows: [{ cells: { name: 'Zoë Hart' } }],
    })
  })
})

describe('a mistake in the form of a file is said:', () => {
  const expected = 'expected id,name,email,agency,roles and, where wanted, deputy,phone,ends'
  it.each([
    ['a column left out', 'id,name,agency,roles\n', `line 1: there is no column email; ${expected}`],
    [
      'a column not known',
      'id,name,email,agency,roles,depty\n',
      `line 1: the column "depty" is not known; ${expected}`,
    ],
    ['a column twice', 'id,name,email,agency,roles,id\n', `line 1: the column id is there twice; ${expected}`],
    ['no people', 'id,name,email,agency,roles\n', 'line 2: there is nobody below the header row.'],
    ['an empty file', '', `line 1: there is no column id; ${expected}`],
    [
      'too many cells',
      'id,name,email,agency,roles\na,A,a@x.example,c,lead,chair\n',
      'line 2: expected 5 columns as in the header, found 6',
    ],
    [
      'an open quotation mark',
      'id,name,email,agency,roles\na,"A,a@x.example,c,lead\n',
      'line 2: a quotation mark is not closed',
    ],
  ])('%s', (_, text, problem) => {
    expect(readCsv(text)).toMatchObject({
      problems: expect.arrayContaining([expect.stringContaining(`people.csv ${problem}`)]) as string[],
    })
  })

  it('another encoding', () => {
    expect(readPeopleCsv(Buffer.from('id,name', 'utf16le'), 'people.csv')).toEqual({
      problems: ['people.csv: expected a CSV file in UTF-8; save it as "CSV UTF-8" and try again.'],
    })
  })
})

it.each([
  ['people.csv', '', true],
  ['PEOPLE.CSV', '', true],
  ['people.txt', 'id,name,email,agency,roles\n', true],
  ['people', '\uFEFF"id";"name";"email"\n', true],
  ['partnership.yaml', 'name: Testshire, and more\n', false],
  ['partnership.yaml', '# id, name, email\nname: Testshire\n', false],
])('%s beginning %j is a file of people: %s', (name, text, is) => {
  expect(isPeopleCsv(name, bytes(text))).toBe(is)
})
