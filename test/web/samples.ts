/** One of each thing that can be drawn, with words that would do harm if they were ever taken for markup. */
import { urgentLines } from '../../src/concerns/safeguarded.form.ts'
import { asDay } from '../../src/calendar/day.ts'
import { home, type Answer, type Home } from '../../src/display/answer.ts'
import { button, card, facts, list, numbers, row, text, type Card } from '../../src/display/card.ts'
import { filled, form, type Form } from '../../src/display/form.ts'
import { heading, reading, words, type Reading } from '../../src/display/reading.ts'
import { Typed } from '../../src/display/typed.ts'
import { ActionId, CaseId, MessageId, PersonId, RequestId } from '../../src/ids.ts'
import type { UrgentLines } from '../../src/partnership/partnership.ts'
import type { InboxMessage } from '../../src/ports/inbox.ts'
import type { Waits } from '../../src/ports/waits.ts'

export const person = PersonId.parse('health-lead')
export const request = RequestId.parse('6f0d2e3a-5b1c-4d7e-8f90-a1b2c3d4e5f6')
const aCase = CaseId.parse('0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d')
const action = ActionId.parse('11111111-2222-4333-8444-555555555555')

/** Markup, mentions, links that run, entities, and a right-to-left override that is never ended. */
export const hostile =
  '<script>document.title="owned"</script> <img src=x onerror=alert(1)> <!channel> <@U1> [x](javascript:alert(1)) javascript:alert(1) {{ 7*7 }} {% raw %} "quoted\' &amp; \u202Eesrever'

export const urgent: UrgentLines = {
  emergency: 'In immediate danger: call 999.',
  daytimeReferral: 'To refer a child, weekdays 08:30 to 17:00: 01632 960 001.',
  outOfHours: 'Evenings, nights and weekends, duty team: 01632 960 002.',
  designatedOfficer: 'An allegation against a worker, designated officer: 01632 960 003.',
}

export const askedCard: Card = card(
  'Case K7M2: please give your view',
  [
    text(
      'A child’s health plan has been stuck since the summer. The social worker has confirmed the case and asks your agency for its view.',
    ),
    facts(['Asked because', 'The plan needs a health assessment'], ['Please answer by', 'Monday 14 September 2026']),
  ],
  [
    button('Who is this child?', { ask: 'open-who', request }),
    button('Give our view', { ask: 'open-input', request }, 'primary'),
    button('Not ours', { ask: 'not-ours', request }),
  ],
)

const overdueCard: Card = card(
  'Action overdue: due Friday 4 September 2026',
  [
    text('You agreed to do this at the meeting on case K7M2.'),
    list(['First date: Friday 28 August 2026', 'Moved once']),
  ],
  [
    button('Mark as done', { ask: 'open-complete-action', action }, 'primary'),
    button('New date', { ask: 'open-move-action', action }),
    button('Close the case', { ask: 'close-case', case: aCase }, 'danger'),
  ],
)

const rowsCard: Card = card('Your actions', [
  text('Two are open.'),
  row('Book the review health assessment: due Friday 4 September 2026', button('Open', { ask: 'open-action', action })),
  row(
    'Send the report to the school: due Monday 7 September 2026',
    button('Mark as done', { ask: 'complete-action', action }),
  ),
])

export const aReading: Reading = reading(
  'Run sheet K7M2',
  [
    text('For the chair. Ninety minutes.'),
    heading('Health'),
    words('What worries us?', new Typed(`First line.\nSecond line. ${hostile}`)),
    words('What is working well?', new Typed('هذا النص من اليمين إلى اليسار')),
    facts(['Scale', '4 of 10']),
  ],
  [button('Record the meeting', { ask: 'open-case', case: aCase }, 'primary')],
)

/** The same questions for up to three actions. */
export const severalActions: Form = form('Add an action', {
  fields: {
    what: { field: 'words', label: 'What will be done?', max: 80, lines: 'one' },
    ...Object.fromEntries(
      [2, 3].map((at) => [
        `what-${at}`,
        { field: 'words', label: `Action ${at}: what will be done?`, max: 80, lines: 'one', optional: 'as-asked' },
      ]),
    ),
  },
  again: {
    add: 'Add another action',
    rows: [2, 3].map((at) => ({ label: `Action ${at}`, fields: [`what-${at}`] })),
  },
  submit: { label: 'Add', ask: { ask: 'give-input', request } },
})

export const aForm: Form = form('Your view', {
  intro: [text('Nobody watches this form. It is not a referral.'), numbers(urgentLines(urgent))],
  fields: {
    worries: { field: 'words', label: 'What worries us?', hint: 'In your own words.', max: 3000, lines: 'many' },
    seen: { field: 'words', label: 'Who has seen the child?', max: 80, lines: 'one', optional: true },
    scale: {
      field: 'choice',
      label: 'How stuck is it, from 0 to 10?',
      options: Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: String(n) })),
    },
    child: {
      field: 'choice',
      label: 'Do you know this child?',
      options: [
        { value: 'yes', label: new Typed(`Yes, ${hostile}`) },
        { value: 'no', label: 'No' },
      ],
    },
    agencies: {
      field: 'choices',
      label: 'Who else should be asked?',
      options: [
        { value: 'police', label: 'Police' },
        { value: 'school', label: 'School' },
      ],
      optional: true,
    },
    by: { field: 'day', label: 'By when?', earliest: asDay('2026-09-07') },
  },
  values: { worries: filled('A first thought.'), agencies: filled('school') },
  outro: [text('The child may read this one day.')],
  submit: { label: 'Send', ask: { ask: 'give-input', request } },
})

const aHome: Home = home('Your cases', [rowsCard, overdueCard])

const messageId = (n: number) => MessageId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)

export const messages: readonly InboxMessage[] = [
  { id: messageId(1), card: askedCard, state: 'sent', sentAt: new Date('2026-09-07T08:00:00Z'), way: 'slack' },
  { id: messageId(2), card: overdueCard, state: 'sent', sentAt: new Date('2026-09-08T08:05:00Z') },
  { id: messageId(3), card: rowsCard, state: 'sent', sentAt: new Date('2026-09-08T12:30:00Z') },
  {
    id: messageId(4),
    card: card('Case K7M2: the meeting is tomorrow', [text('Bring what you know.')]),
    state: 'waiting',
    heldUntil: new Date('2026-11-23T09:00:00Z'),
  },
]

export const waiting: readonly [Waits] = [
  {
    says: askedCard.title,
    button: button('Give our view', { ask: 'open-input', request }, 'primary'),
  },
]

/** The nth message of somebody who was told much, an hour after the one before. */
export const aCard = (n: number): InboxMessage => ({
  id: messageId(1000 + n),
  card: card(`Message ${n}`, []),
  state: 'sent',
  sentAt: new Date(Date.UTC(2026, 8, 7, 8 + n)),
})

const sure = { field: 'choice', options: [{ value: 'yes', label: 'Yes' }], optional: true } as const

/** Two rows with the same two questions. */
export const aTable: Form = form('First look', {
  fields: {
    all: { field: 'choices', label: 'All?', options: [{ value: 'yes', label: 'All of them' }], optional: true },
    'mine-1': { ...sure, label: 'K7M: is this yours?' },
    'day-1': { field: 'day', label: 'K7M: since when?', hint: 'Or blank.', optional: true },
    'mine-2': { ...sure, label: 'QRX: is this yours?' },
    'day-2': { field: 'day', label: 'QRX: since when?', hint: 'Or blank.', optional: true },
  },
  table: {
    each: 'Child',
    known: ['In care since'],
    columns: [{ label: 'Is this yours?' }, { label: 'Since when?', hint: 'Or blank.' }],
    rows: [
      { label: 'K7M', about: new Typed(`LK104 ${hostile}`), known: ['3 May 2024'], fields: ['mine-1', 'day-1'] },
      { label: 'QRX', about: new Typed('LK105'), known: ['4 May 2024'], fields: ['mine-2', 'day-2'] },
    ],
    inSteps: { ask: 'confirm-children', inSteps: true },
  },
  submit: { label: 'Confirm', ask: { ask: 'confirm-children' } },
})

export const samples: Readonly<Record<string, Answer>> = {
  'card-asked': askedCard,
  'card-overdue': overdueCard,
  'card-rows': rowsCard,
  'card-hostile': card(
    hostile,
    [text(hostile), facts([hostile, hostile]), list([hostile])],
    [button(hostile.slice(0, 70), { ask: 'open-help' })],
  ),
  reading: aReading,
  form: aForm,
  'form-table': aTable,
  'form-danger': {
    ...aForm,
    intro: [heading('Report this now by phone'), list([urgent.emergency]), ...aForm.intro],
  },
  home: aHome,
}
