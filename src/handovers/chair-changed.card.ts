/** What is said when a case has another chair. */
import type { Case } from '../cases/case.ts'
import { card, text, type Card } from '../display/card.ts'

export const chairChangedCard = (stuck: Case, name: string): Card =>
  card(`Case ${stuck.ref}: ${name} is now the chair`, [text('Anything the chair still has to do is now with them.')])
