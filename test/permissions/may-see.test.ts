/** The table of permissions from the other side: all that one standing opens, so that none opens more or less unseen. */
import { expect, it } from 'vitest'
import { PersonId } from '../../src/ids.ts'
import { may } from '../../src/parts/may.ts'
import { seenBy, type Field, type Standing } from '../../src/permissions/may-see.ts'

const opens: Readonly<Record<Standing, readonly Field[]>> = {
  raiser: ['case', 'family', 'raised-words', 'own-raising', 'summary'],
  'social-worker': [
    ...([
      'case',
      'family',
      'raised-words',
      'reasons',
      'confirm-form',
      'confirm-form-late',
      'confirm-form-later',
    ] as const),
    ...(['close-form', 'raised-by', 'admit-raiser', 'identity', 'closed-identity', 'ask-another'] as const),
    ...(['summary', 'reflection', 'action', 'action-child', 'duty', 'duty-answer', 'duty-child'] as const),
    ...(['replace-chair', 'review-held', 'concern-report', 'concern-child', 'danger-reports'] as const),
  ],
  iro: [
    ...([
      'case',
      'family',
      'raised-words',
      'reasons',
      'confirm-form-later',
      'confirm-disagreement-late',
      'answer-closing',
    ] as const),
    ...(['answer-objection', 'raised-by', 'raised-by-for-iro', 'identity', 'closed-identity', 'inputs'] as const),
    ...(['summary', 'reflection', 'action', 'action-child', 'duty', 'duty-child', 'concern-report'] as const),
    ...(['concern-child', 'danger-reports', 'raise-challenge', 'challenge', 'decide-challenge'] as const),
  ],
  chair: [
    ...([
      'case',
      'family',
      'raised-words',
      'reasons',
      'confirm-form',
      'confirm-form-late',
      'confirm-form-later',
    ] as const),
    ...([
      'confirm-disagreement',
      'confirm-disagreement-late',
      'close-form',
      'close-disagreement',
      'answer-closing',
      'raised-by',
    ] as const),
    ...(['admit-raiser', 'admit-to-disagreement', 'identity', 'closed-identity', 'ask-another', 'inputs'] as const),
    ...(['run-sheet', 'meeting-link', 'meeting-record', 'note-taker', 'summary-draft', 'summary'] as const),
    ...([
      'reflection',
      'action',
      'action-child',
      'replace-chair',
      'replace-chair-of-disagreement',
      'danger-reports',
    ] as const),
  ],
  'any-chair': [
    'confirm-form',
    'confirm-form-late',
    'confirm-form-later',
    'confirm-disagreement',
    'confirm-disagreement-late',
    'danger-reports',
  ],
  'note-taker': ['meeting-record', 'reflection'],
  attended: ['reflection'],
  asked: ['case', 'family', 'released-words', 'identity', 'own-request', 'summary'],
  challenged: ['challenge', 'answer-challenge'],
  owner: [
    ...(['summary', 'action', 'action-child', 'duty', 'duty-answer', 'duty-child', 'held'] as const),
    ...(['taking-over'] as const),
  ],
  offered: ['action', 'action-child', 'duty', 'duty-child', 'take-on'],
  lead: ['confirm-form-late', 'confirm-form-later', 'action', 'duty', 'held'],
  deputy: ['held'],
  coordinator: [
    ...([
      'unmatched-raising',
      'confirm-disagreement',
      'confirm-disagreement-late',
      'close-disagreement',
      'answer-closing',
      'answer-objection',
    ] as const),
    ...(['admit-to-disagreement', 'held', 'replace-chair', 'replace-chair-of-disagreement'] as const),
  ],
  writer: ['concern-report', 'concern-take-back'],
  told: ['concern-report', 'concern-child'],
  contact: [],
}

const [amy, ben] = [PersonId.parse('amy'), PersonId.parse('ben')]

it.each(Object.entries(opens))('somebody who is %s sees just this', (role, fields) => {
  const parts = [{ person: amy, role: role as Standing, thing: { subject: 'child' }, through: 'themselves' }] as const

  const seen = (Object.keys(seenBy) as Field[]).filter((field) => may(parts, amy, field))
  expect(seen.toSorted()).toEqual(fields.toSorted())
  expect((Object.keys(seenBy) as Field[]).filter((field) => may(parts, ben, field))).toEqual([])
})
