/** The kinds of "stuck" that the form offers. Stored, and posted for years: they only ever grow. */
import { z } from 'zod'

export const Theme = z.enum([
  'permanence',
  'health-plan',
  'placement',
  'education',
  'missing-or-exploitation',
  'contact',
  'engagement',
  'disagreement',
  'other',
])
export type Theme = z.infer<typeof Theme>

/** Whose name alone says what is meant, as we word it: where one is chosen, its line would only have to be read. */
export const speaksForItself = (theme: Theme): boolean => theme !== 'permanence' && theme !== 'health-plan'

/** A partnership may use words of its own: see `src/partnership/theme-words.ts`. */
export const usualWords = {
  permanence: { name: 'Permanence', explanation: 'Where the child will grow up, and with whom.' },
  'health-plan': { name: 'Health plan', explanation: 'A health assessment, or the care that should follow it.' },
  placement: { name: 'Where the child lives', explanation: 'Finding the right home for the child, or keeping it.' },
  education: { name: 'Education', explanation: 'A school place, going to school, or help with learning.' },
  'missing-or-exploitation': {
    name: 'Going missing, or exploitation',
    explanation: 'The child goes missing, or somebody may be exploiting them.',
  },
  contact: {
    name: 'Family time',
    explanation: 'Seeing parents, brothers, sisters and others who matter to the child.',
  },
  engagement: {
    name: 'Building a relationship with the child',
    explanation: "No practitioner has the child's trust yet.",
  },
  disagreement: {
    name: 'Disagreement between professionals',
    explanation: 'Agencies disagree, and this keeps the plan stuck.',
  },
  other: { name: 'Something else', explanation: 'None of the other themes describes what is stuck.' },
} as const satisfies Record<Theme, { readonly name: string; readonly explanation: string }>
