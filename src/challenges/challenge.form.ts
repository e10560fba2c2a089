/** What an IRO writes to challenge, and what is asked of the manager and of the IRO after it. */
import type { Day } from '../calendar/day.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import { filled, type Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { ReadingBlock } from '../display/reading.ts'
import { dutyInWords, type Duty } from '../duties/duty.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { nameOf } from '../people/name-of.ts'
import { answerInWords, nextStage, outcomeInWords, outcomes, managerAnswers, type Challenge } from './challenge.ts'

export const raiseFields = fields({
  challenge: {
    field: 'words',
    label: 'What do you challenge, and what do you ask for?',
    hint: 'A first draft from what is recorded. Change it as you like. Do not name the child.',
    max: 2000,
    lines: 'many',
  },
  informal: {
    field: 'words',
    label: 'With whom and when did you speak of it first?',
    hint: 'If you have not, write: not yet, because …',
    max: 500,
    lines: 'many',
  },
  advocate: {
    field: 'choice',
    label: 'Has an advocate been offered to the child?',
    options: [
      { value: 'offered', label: 'Yes' },
      { value: 'not-offered', label: 'No' },
      { value: 'not-appropriate', label: 'Not appropriate' },
    ],
  },
  childKnows: {
    field: 'choice',
    label: 'Does the child know that you challenge this?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  childsWords: {
    field: 'words',
    label: "The child's own words, if they said something of it",
    max: 1000,
    lines: 'many',
    optional: true,
  },
})

export const raiseForm = (duty: Duty, partnership: Partnership, draft: string, asks: string): Form =>
  safeguardedForm('Raise a challenge', partnership.urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}. ${asks}`)],
    fields: raiseFields,
    values: { challenge: filled(draft) },
    submit: { label: 'Raise it', ask: { ask: 'raise-challenge', duty: duty.id } },
  })

export const answerFields = (today: Day) =>
  fields({
    answer: {
      field: 'choice',
      label: 'What do you answer?',
      options: managerAnswers.map((value) => ({ value, label: sentence(answerInWords[value]) })),
    },
    agreedBy: {
      field: 'day',
      label: 'If it is agreed by a date, by when?',
      earliest: today,
      when: { answer: ['by-date'] },
      optional: 'as-asked',
    },
    because: {
      field: 'words',
      label: 'What was done, what will be done, or why is it not agreed?',
      hint: 'The IRO and the manager who is asked next can read this.',
      max: 1000,
      lines: 'many',
    },
  })

export const answerForm = (
  challenge: Challenge,
  partnership: Partnership,
  today: Day,
  written: readonly ReadingBlock[],
): Form =>
  safeguardedForm('Answer a challenge', partnership.urgent, {
    intro: written,
    fields: answerFields(today),
    submit: { label: 'Answer', ask: { ask: 'answer-challenge', challenge: challenge.id } },
  })

export function moveFields(challenge: Challenge, partnership: Partnership) {
  const next = nextStage(challenge)
  const goesOn = next
    ? [{ value: 'next', label: `${next.name}: ${nameOf(partnership, next.who)}`.slice(0, 75) } as const]
    : []
  return fields({
    move: {
      field: 'choice',
      label: 'What comes next?',
      options: [...goesOn, { value: 'more-time', label: 'More time for the manager who is asked now' } as const],
    },
    why: { field: 'words', label: 'Why?', max: 1000, lines: 'many' },
  })
}

export const moveForm = (challenge: Challenge, partnership: Partnership): Form =>
  safeguardedForm('What comes next?', partnership.urgent, {
    intro: [text(`Child ${challenge.ref}: ${dutyInWords[challenge.kind]}`)],
    fields: moveFields(challenge, partnership),
    submit: { label: 'Go on', ask: { ask: 'move-challenge', challenge: challenge.id } },
  })

export const endFields = fields({
  outcome: {
    field: 'choice',
    label: 'How did it end?',
    hint: 'Everybody who was asked is told.',
    options: outcomes.map((value) => ({ value, label: sentence(outcomeInWords[value]) })),
  },
  why: { field: 'words', label: 'What came of it, or why is it ended?', max: 1000, lines: 'many' },
})

export const endForm = (challenge: Challenge, partnership: Partnership): Form =>
  safeguardedForm('End the challenge', partnership.urgent, {
    intro: [text(`Child ${challenge.ref}: ${dutyInWords[challenge.kind]}`)],
    fields: endFields,
    submit: { label: 'End it', ask: { ask: 'end-challenge', challenge: challenge.id } },
  })

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
