/** How a danger ended: somebody reported it, or its writer took it back. */
import { z } from 'zod'
import { instantInWords } from '../calendar/in-words.ts'
import type { PersonId } from '../ids.ts'

/** Whom people report to. Stored, so it only grows. */
export const ReportedTo = z.enum(['emergency', 'front-door', 'out-of-hours', 'designated-officer', 'somebody-else'])
export type ReportedTo = z.infer<typeof ReportedTo>

export type Over = {
  /** When it was recorded. */
  readonly at: Date
  /** Absent where an older version kept nobody. */
  readonly by?: PersonId
} & ({ readonly how: 'reported'; readonly report?: Report } | { readonly how: 'taken-back' })

/** Absent with a report from before this was asked so: its words say it. */
export type Report = { readonly to: ReportedTo; readonly when: Date }

const reportedToInWords = {
  emergency: 'the police or an ambulance, on 999',
  'front-door': "the front door (children's services by day)",
  'out-of-hours': 'the out-of-hours team',
  'designated-officer': 'the designated officer (LADO)',
  'somebody-else': 'somebody else',
} as const satisfies Record<ReportedTo, string>

/** Who reported it, where they are its writer and want the IRO alone to read who they are. */
export const hiddenReporter = 'Somebody who is named to the IRO alone'

/** `by` as the reader may know them. */
export function overInWords(over: Over, by: string): string {
  if (over.how === 'taken-back') return `${by} took it back on ${instantInWords(over.at)}: it was pressed by mistake.`
  const { report } = over
  if (!report) return `${by} recorded on ${instantInWords(over.at)} that it has been reported.`
  return `${by} reported it to ${reportedToInWords[report.to]} on ${instantInWords(report.when)}.`
}
