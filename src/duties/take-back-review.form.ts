/** Which review of a return was not held on its day, or was held after all, and how that is known. */
import type { Day } from '../calendar/day.ts'
import { dayInShort } from '../calendar/in-words.ts'
import type { Child } from '../children/child.ts'
import { safeguardedForm } from '../concerns/safeguarded.form.ts'
import { text } from '../display/card.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { UrgentLines } from '../partnership/partnership.ts'
import { dutyInWords, type Duty } from './duty.ts'

const again = 'again-'

/** `heldAfterAll`: it was taken back before. */
export type ReviewMeant = { readonly on: Day; readonly heldAfterAll: boolean }

const meant = ({ reviewsHeld, reviewsTakenBack = [] }: Child): readonly ReviewMeant[] => [
  ...reviewsHeld.toReversed().map((on) => ({ on, heldAfterAll: false })),
  ...reviewsTakenBack.toReversed().map((on) => ({ on, heldAfterAll: true })),
]

const valueOf = ({ on, heldAfterAll }: ReviewMeant): string => (heldAfterAll ? `${again}${on}` : on)

export const hasReviews = (child: Child): boolean => meant(child).length > 0

export const reviewMeant = (child: Child, value: string): ReviewMeant | undefined =>
  meant(child).find((one) => valueOf(one) === value)

export const takeBackReviewFields = (child: Child) =>
  fields({
    review: {
      field: 'choice',
      label: 'Which review was not held?',
      hint: 'The returns say that these were. Dates counted from it are worked out again. The IRO is told, or a coordinator if there is none.',
      options: meant(child).map((one) => ({
        value: valueOf(one),
        label: one.heldAfterAll ? `${dayInShort(one.on)}: it was held after all` : dayInShort(one.on),
      })),
    },
    why: {
      field: 'words',
      label: 'How do you know?',
      hint: 'For example: it was cancelled, or it was held on another day.',
      max: 1000,
      lines: 'many',
    },
  })

export const takeBackReviewForm = (duty: Duty, child: Child, urgent: UrgentLines): Form =>
  safeguardedForm('Take back a review', urgent, {
    intro: [text(`Child ${duty.ref}: ${dutyInWords[duty.kind]}`)],
    fields: takeBackReviewFields(child),
    submit: { label: 'Take it back', ask: { ask: 'take-back-review', duty: duty.id } },
  })
