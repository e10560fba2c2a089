/**
 * Each kind of view by itself: once as people meet it, once with words that would do harm if they were read as mark-up,
 * and once as long as it may be.
 */
import { asDay } from '../../src/calendar/day.ts'
import { askingFirst, button, card, facts, link, list, row, text } from '../../src/display/card.ts'
import { filled, form } from '../../src/display/form.ts'
import { fold, heading, reading, words } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { ActionId, CaseId, MeetingId } from '../../src/ids.ts'
import type { View } from './words-of.ts'

const action = ActionId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a01')
const stuck = CaseId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a03')
const meeting = MeetingId.parse('0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a02')

const hostile =
  '<!channel> <@U1> <#C1> <https://x.example|here> *b* _i_ ~s~ `c` &amp; & < > :smile: @here [x](http://y.example) ' +
  '![x](y) # h <b onclick="x()">b</b> {{ x }} ${x} \u202eabc\u202c "q" \'q\' \\n'

/** Sentences without end, with a name at the close that must not be lost. */
const long = (length: number): string => 'What we see, mum & dad say too. '.repeat(200).slice(0, length - 6) + 'omega.'
const unbroken = (length: number): string => '&'.repeat(length)

export const kinds: Readonly<Record<string, () => View>> = {
  'card-plain': () =>
    card(
      'An action is overdue: case K7Q2',
      [
        text('You agreed to do this at the meeting on Tuesday 3 March 2026.'),
        facts(['Due', 'Tuesday 10 March 2026'], ['First agreed for', 'Tuesday 3 March 2026']),
        list(['Mark it as done when it is done.', 'Give a new date once, with a reason.']),
        row('Review the placement plan', button('Open', { ask: 'open-action', action })),
      ],
      [
        button('Mark as done', { ask: 'open-complete-action', action }, 'primary'),
        button('New date', { ask: 'open-move-action', action }),
        button('Not mine', { ask: 'open-hand-over-action', action }, 'danger'),
      ],
    ),

  'card-times': () =>
    card(
      'Pick a time: case K7Q2',
      [text('Three times that everybody could make.')],
      [0, 1, 2].map((slot) =>
        askingFirst(
          button(`Time ${slot + 1}`, { ask: 'pick-slot', meeting, starts: `2026-09-1${slot}T09:00:00.000Z` }),
          {
            asks: `Meet at time ${slot + 1}?`,
            says: 'Everybody is told at once.',
            yes: 'Yes, meet then',
          },
        ),
      ),
    ),

  'card-link': () =>
    card('The meeting opens: case K7Q2', [
      text('We hear the child first.'),
      link(
        'Join the online meeting',
        'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?a=1&b=%22',
      ),
    ]),

  'card-hostile': () =>
    card(
      hostile.slice(0, 150),
      [
        text(hostile),
        facts([hostile, hostile]),
        list([hostile, hostile]),
        link(hostile.slice(0, 75), 'https://meet.google.com/a?b=%3Cx%3E&c=(d)[e]*f*'),
      ],
      [
        button(hostile.slice(0, 75), { ask: 'open-mine' }),
        askingFirst(button('Time', { ask: 'pick-slot', meeting, starts: '2026-09-10T09:00:00.000Z' }), {
          asks: hostile.slice(0, 100),
          says: hostile.slice(0, 300),
          yes: hostile.slice(0, 30),
        }),
      ],
    ),

  'card-longest': () =>
    card(
      long(150),
      [
        text(long(5_000)),
        text(unbroken(3_000)),
        facts(...Array.from({ length: 12 }, (_, at) => [`Label ${at}`, long(300)] as const)),
        facts([long(150), long(6_000)]),
        list(Array.from({ length: 20 }, (_, at) => `${at} ${long(290)}`)),
        row(long(3_500), button(long(75), { ask: 'open-mine' })),
        link(long(75), `https://meet.google.com/${'a'.repeat(1_900)}`),
      ],
      Array.from({ length: 30 }, (_, at) => button(`${at} ${long(70)}`, { ask: 'open-action', action })),
    ),

  'reading-plain': () =>
    reading('Who is this child?', [
      heading('As the social worker has recorded it'),
      facts(['Reference', 'K7Q2']),
      link('Join the online meeting', 'https://meet.google.com/abc-defg-hij'),
      words('Name as known', new Typed('Robin Example')),
      words('What has been tried', new Typed('Two meetings.\nAn email, unanswered.')),
      words('Anything else', new Typed('')),
    ]),

  'reading-hostile': () =>
    reading(hostile.slice(0, 24), [heading(hostile.slice(0, 150)), words(hostile, new Typed(hostile))]),

  'reading-longest': () =>
    reading(
      long(24),
      Array.from({ length: 14 }, (_, at) => [
        heading(`${at} ${long(140)}`),
        words(`${at} ${long(140)}`, new Typed(long(3_000))),
        words(`${at} ${long(140)}`, new Typed(unbroken(3_000).slice(0, 600))),
      ]).flat(),
      [button('Close the case', { ask: 'open-mine' })],
    ),

  'reading-many-longest': () =>
    reading(
      'Run sheet',
      Array.from({ length: 140 }, (_, at) => words(`${at} What is working well?`, new Typed(long(60)))),
    ),

  'form-plain': () =>
    form('Raise a stuck case', {
      intro: [text('Nobody watches this form. It is not a referral.'), list(['In an emergency call 999.'])],
      fields: {
        stuck: {
          field: 'choice',
          label: 'What is stuck?',
          options: ['Permanence', 'Health plan', 'Where the child lives', 'Education', 'Family time', 'Other'].map(
            (label) => ({ value: label.toLowerCase(), label, explanation: `A line about ${label.toLowerCase()}.` }),
          ),
        },
        danger: {
          field: 'choice',
          label: 'Is a child at risk now?',
          options: [
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
          ],
        },
        tried: { field: 'words', label: 'What has been tried?', hint: 'In your own words.', max: 3_000, lines: 'many' },
        name: { field: 'words', label: 'A short name', max: 60, lines: 'one', optional: true },
        says: { field: 'words', label: 'What does the child say?', max: 60, lines: 'one', optional: 'as-asked' },
        unsaid: { field: 'words', label: 'Or why not?', max: 60, lines: 'one', optional: 'as-asked' },
        whoTold: { field: 'words', label: 'If told, by whom?', max: 60, lines: 'one', optional: 'as-asked' },
        by: { field: 'day', label: 'By when?', earliest: asDay('2026-03-01') },
        whom: {
          field: 'choices',
          label: 'Whom to ask?',
          options: [
            { value: 'health', label: 'Health' },
            { value: 'school', label: 'School' },
          ],
        },
        none: { field: 'choice', label: 'Which child?', options: [], optional: true },
      },
      values: {
        tried: filled('Two meetings.'),
        by: filled('2026-03-31'),
        whom: filled('school'),
        danger: filled('no'),
        stuck: filled('family time'),
      },
      submit: { label: 'Send', ask: { ask: 'raise-case' } },
      outro: [text('The child may read this one day.')],
    }),

  'form-in-step': () => ({
    ...form('Confirm the case, 2 of 3', {
      intro: [
        fold('K7Q-2MN needs to move by Tuesday 3 March 2026.', 'What was raised', { ask: 'open-case', case: stuck }, [
          heading('Raised on Tuesday 3 February 2026: Education'),
          words('What has been tried?', new Typed(hostile)),
        ]),
      ],
      fields: { why: { field: 'words', label: 'Why do they need to know?', max: 300, lines: 'many' } },
      submit: { label: 'Next: who the child is', ask: { ask: 'confirm-case', case: stuck, step: 2 } },
    }),
    step: {
      opened: { ask: 'open-confirm-case', case: stuck, step: 2 },
      back: { ask: 'confirm-case', case: stuck, step: 2, back: true },
    },
  }),

  'form-hostile': () =>
    form(hostile.slice(0, 24), {
      intro: [text(hostile)],
      fields: {
        words: { field: 'words', label: hostile.slice(0, 150), hint: hostile.slice(0, 150), max: 3_000, lines: 'many' },
        choice: {
          field: 'choice',
          label: hostile.slice(0, 150),
          options: [{ value: 'a', label: new Typed(hostile.slice(0, 75)) }],
        },
      },
      values: { words: filled(hostile) },
      submit: { label: hostile.slice(0, 24), ask: { ask: 'raise-case' } },
    }),

  'form-longest': () => {
    const options = (many: number) =>
      Array.from({ length: many }, (_, at) => ({ value: `${at}-`.padEnd(36, 'x'), label: `${at} ${long(70)}` }))
    const question = { label: long(150), hint: long(150) }
    return form(long(24), {
      intro: [text(long(3_000)), list([long(300), long(300), long(300), long(300)])],
      fields: {
        ...Object.fromEntries(
          Array.from({ length: 10 }, (_, at) => [
            `w${at}`,
            { ...question, field: 'words', max: 3_000, lines: 'many' } as const,
          ]),
        ),
        one: { ...question, field: 'choice', options: options(100) },
        few: { ...question, field: 'choices', options: options(10) },
        many: { ...question, field: 'choices', options: options(100) },
        day: { ...question, field: 'day' },
      },
      values: {
        ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`w${at}`, filled(long(3_000))])),
        one: filled(options(100)[99]?.value ?? ''),
        few: filled(...options(10).map(({ value }) => value)),
        many: filled(...options(100).map(({ value }) => value)),
      },
      submit: { label: long(24), ask: { ask: 'give-input', request: '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a03' as never } },
      outro: [text(long(300))],
    })
  },
}
