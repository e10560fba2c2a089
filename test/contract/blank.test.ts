/** What a blank field is: the same on every platform, for each kind of field, however it was left blank. */
import { describe, expect, it } from 'vitest'
import { readSent as readSlack } from '../../adapters/slack/hear/read-form.ts'
import { idOf, idOfSeveral, readSent as readTeams } from '../../adapters/teams/hear/read-form.ts'
import { fieldPrefix, readSent as readPage } from '../../adapters/web/read-form.ts'
import type { Field, FormValues } from '../../src/display/form.ts'
import { readForm } from '../../src/display/read-form.ts'
import { isRefusal } from '../../src/display/refusal.ts'
import type { Typed } from '../../src/display/typed.ts'

const options = ['yes', 'no'].map((value) => ({ value, label: value }))
const kinds = {
  words: { field: 'words', label: 'What?', max: 20, lines: 'many' },
  day: { field: 'day', label: 'When?' },
  choice: { field: 'choice', label: 'Which?', options },
  choices: { field: 'choices', label: 'Which of them?', options },
} as const satisfies Record<string, Field>
type Kind = keyof typeof kinds

const asked: Readonly<Record<Kind, string>> = {
  words: 'Write something here.',
  day: 'Give a date.',
  choice: 'Choose one.',
  choices: 'Choose at least one.',
}

/** How each platform sends one field, by what is in it; undefined: it sends nothing of this field. */
type Reader = { readonly platform: string; readonly read: (kind: Kind, sent: string | null | undefined) => FormValues }

const option = (value: string) => ({ value, text: { type: 'plain_text' as const, text: value } })
const ofSlack = {
  words: (value: string | null) => ({ type: 'plain_text_input', value }),
  day: (value: string | null) => ({ type: 'datepicker', selected_date: value }),
  choice: (value: string | null) => ({ type: 'radio_buttons', selected_option: value === null ? null : option(value) }),
  choices: (value: string | null) => ({
    type: 'checkboxes',
    selected_options: value === null ? [] : value.split(',').map(option),
  }),
} as const

const once = '3f1c9c5e-0000-4000-8000-000000000001'
const envelope = { ask: '{"ask":"raise-case"}', opened: '{"ask":"open-raise-case"}', once }

const readers: readonly Reader[] = [
  {
    platform: 'Slack',
    read: (kind, sent) => readSlack(sent === undefined ? {} : { it: { it: ofSlack[kind](sent) } }),
  },
  {
    platform: 'Teams',
    read: (kind, sent) =>
      readTeams(sent === undefined ? {} : { [kind === 'choices' ? idOfSeveral('it') : idOf('it')]: sent }),
  },
  {
    platform: 'a page',
    read(kind, sent) {
      const field = kind === 'choices' && sent?.includes(',') ? sent.split(',') : (sent ?? '')
      const page = readPage(sent === undefined ? envelope : { ...envelope, [`${fieldPrefix}it`]: field })
      if (!page?.form) throw new Error('the page sent no form')
      return page.form
    },
  },
]

const blanks: readonly (readonly [string, string | null | undefined])[] = [
  ['not sent at all', undefined],
  ['sent as nothing', null],
  ['empty', ''],
  ['a space', ' '],
  ['ends of lines and a tab', '\r\n\t\n'],
  ['a space that does not break', '\u00a0'],
  ['a space of no width', '\u200b'],
  ['signs that join, and a mark of the order of bytes', '\u2060\ufeff\u200d'],
  ['a soft hyphen', '\u00ad'],
  ['a filler of another script', '\u3164'],
  ['the blank of Braille', '\u2800'],
  ['a NUL', '\0'],
]

const cases = readers.flatMap(({ platform, read }) =>
  (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    blanks.map(([how, sent]) => ({ platform, kind, how, sent: read(kind, sent) })),
  ),
)

describe.each(cases)('$kind in $platform: $how', ({ kind, sent }) => {
  it('is asked for where it is needed', () => {
    expect(readForm({ it: kinds[kind] }, sent)).toMatchObject({ fields: { it: asked[kind] } })
  })

  it('is left out where it is not', () => {
    expect(readForm({ it: { ...kinds[kind], optional: true } }, sent)).toEqual({ values: { it: undefined } })
  })
})

describe.each(readers)('what is not blank in $platform', ({ read }) => {
  const answered = (kind: Kind, sent: string): unknown => {
    const answer = readForm({ it: kinds[kind] }, read(kind, sent))
    if (isRefusal(answer)) return answer.fields
    const { it } = answer.values
    return kind === 'words' ? (it as Typed).reveal() : it
  }

  it('is words as they were typed, the end of a line as one character and without a NUL', () => {
    expect(answered('words', ' One.\r\nTwo.\0')).toBe(' One.\nTwo.')
    expect(answered('words', 'a\u200db')).toBe('a\u200db')
    expect(answered('words', '.')).toBe('.')
  })

  it('is counted after that', () => {
    expect(answered('words', 'x\r\n'.repeat(10))).toBe('x\n'.repeat(10))
    expect(answered('words', 'x'.repeat(21))).toEqual({ it: 'Write no more than 20 characters. This has 21.' })
  })

  it('is a day, one choice, and several in the order in which they were offered', () => {
    expect(answered('day', '2026-10-09')).toBe('2026-10-09')
    expect(answered('choice', 'no')).toBe('no')
    expect(answered('choices', 'no,yes')).toEqual(['yes', 'no'])
  })

  it('is nothing that was not offered', () => {
    expect(answered('choice', 'perhaps')).toEqual({ it: 'Choose from the list.' })
    expect(answered('choices', 'yes,perhaps')).toEqual({ it: 'Choose from the list.' })
    expect(answered('day', '2026-02-30')).toEqual({ it: 'Give a date such as 31/3/2026.' })
  })
})
