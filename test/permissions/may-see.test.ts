/** The table of permissions from the other side: all that one standing opens, so that none opens more or less unseen. */
import { expect, it } from 'vitest'
import { PersonId } from '../../src/ids.ts'
import { may } from '../../src/parts/may.ts'
import { seenBy, type Field, type Standing } from '../../src/permissions/may-see.ts'

const opens: Readonly<Record<Standing, readonly Field[]>> = {
  raiser: ['case', 'raised-words', 'summary'],
  'social-worker': [
    ...(['case', 'raised-words', 'reasons', 'confirm-form', 'close-form', 'identity', 'closed-identity'] as const),
    ...(['summary', 'reflection', 'action', 'duty', 'duty-answer', 'duty-child', 'replace-chair'] as const),
  ],
  iro: [
    ...(['case', 'raised-words', 'reasons', 'identity', 'closed-identity', 'inputs', 'summary'] as const),
    ...(['reflection', 'action', 'duty', 'duty-child'] as const),
  ],
  chair: [
    ...(['case', 'raised-words', 'reasons', 'confirm-form', 'close-form', 'identity', 'closed-identity'] as const),
    ...(['inputs', 'run-sheet', 'meeting-link', 'meeting-record', 'note-taker', 'summary-draft'] as const),
    ...(['summary', 'reflection', 'action', 'replace-chair'] as const),
  ],
  'any-chair': ['confirm-form'],
  'note-taker': ['meeting-record', 'reflection'],
  attended: ['reflection'],
  asked: ['case', 'identity', 'own-request', 'summary'],
  owner: ['summary', 'action', 'duty', 'duty-answer', 'duty-child', 'held', 'taking-over'],
  lead: ['action', 'duty', 'held'],
  deputy: ['held'],
  coordinator: ['unmatched-raising', 'held', 'replace-chair'],
  writer: ['concern-report'],
  told: ['concern-report'],
}

const [amy, ben] = [PersonId.parse('amy'), PersonId.parse('ben')]

it.each(Object.entries(opens))('somebody who is %s sees just this', (role, fields) => {
  const parts = [{ person: amy, role: role as Standing, thing: { subject: 'child' }, through: 'themselves' }] as const

  const seen = (Object.keys(seenBy) as Field[]).filter((field) => may(parts, amy, field))
  expect(seen.toSorted()).toEqual(fields.toSorted())
  expect((Object.keys(seenBy) as Field[]).filter((field) => may(parts, ben, field))).toEqual([])
})
