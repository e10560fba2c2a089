/**
 * What settles a button that was posted, ask by ask: the facts after which a card is looked at again, or why none is needed.
 * What a card then says is in `settled-words.ts`.
 */
import { settledChallenges } from './challenges/settled.ts'
import {
  ofAction,
  ofCase,
  ofClosing,
  ofConcern,
  ofDuty,
  ofHeld,
  ofMeeting,
  ofRaising,
  ofRequest,
  ofTime,
  type FactKind,
} from './settling-facts.ts'
import type { Ask } from './vocabulary.ts'

type Settling =
  | {
      readonly by: readonly FactKind[]
      /** Said in place of what the fact would say: these open many things, and people lose them for many reasons. */
      readonly says?: string
    }
  | { readonly never: string }

const always = { never: 'It opens the same list or the same form for everybody, at any time.' } as const
const ofForms = { never: 'A form sends it or a reading shows it; no message has it.' } as const

const noPart = 'You can no longer open this.'

export const settledBy: { readonly [Kind in Ask['ask']]: Settling } = {
  'open-help': always,
  'open-mine': always,
  'open-raise-case': always,
  'open-actions': always,
  'open-plan': always,
  'open-which-children': always,
  'open-urgent-lines': always,
  'open-away': always,
  'open-accounts': always,
  'open-link-code': always,
  'open-overview-day': always,
  'open-case': {
    by: ['child-not-ours', 'child-not-ours-taken-back', 'request-passed-on', 'raising-withdrawn', ...ofCase],
    says: noPart,
  },
  'open-identity': { by: ofCase, says: noPart },
  'open-summary': { by: ofCase, says: noPart },
  'open-views': { by: ofCase, says: noPart },
  'open-view': { by: ofCase, says: noPart },
  'open-reflection': { by: ofCase, says: noPart },
  'open-run-sheet': { by: ofCase, says: noPart },
  'open-raiser': { by: ofCase, says: noPart },
  'open-raising': { by: ['raising-withdrawn'], says: noPart },
  'open-action': { by: ['action-handed-over', ...ofCase], says: noPart },
  'open-duty': { by: ['duty-passed-on', 'child-handed-over', 'child-allocated', 'child-not-mine'], says: noPart },
  'open-concern-child': { by: ofConcern, says: noPart },

  'open-confirm-case': { by: ['case-confirmed', 'raising-withdrawn', ...ofCase] },
  'end-withdrawn': { by: ['case-confirmed', ...ofCase] },
  'open-replace-chair': { by: ofCase },
  'open-ask-another': { by: ['inputs-closed', ...ofCase] },
  'open-match-raising': { by: ofRaising },
  'open-not-in-care': { by: ofRaising },
  'open-add-to-raising': { by: [...ofRaising, 'case-closed'] },
  'open-withdraw-raising': { by: [...ofRaising, 'case-closed'] },
  'admit-raiser': { by: ['raiser-admitted', 'raising-withdrawn', ...ofCase] },

  'open-close-case': { by: ['closing-proposed', 'closing-agreed', 'closing-refused', ...ofCase] },
  'open-answer-closing': { by: ofClosing },
  'open-object': { by: ['closing-objected', 'objection-answered'] },
  'open-answer-objection': { by: ['objection-answered', ...ofCase] },

  ...settledChallenges,

  'open-who': { by: ofRequest },
  'open-input': { by: ofRequest },
  'open-not-ours': { by: ofRequest },
  'open-cannot-tell': { by: ofRequest },
  'open-pass-on': { by: ofRequest },

  'pick-slot': { by: ['time-picked', 'times-offered', ...ofCase] },
  'open-meeting': { by: ofTime },
  'take-time-back': { by: [...ofTime, ...ofMeeting] },
  'open-meeting-link': { by: ofMeeting },
  'open-note-taker': { by: ofMeeting },
  'open-record': { by: ofMeeting },
  'open-add-action': { by: ofMeeting },
  'open-proposed': ofForms,
  'open-correct-action': ofForms,
  'open-summary-draft': { by: ofMeeting },

  'open-complete-action': { by: ofAction },
  'open-move-action': { by: ofAction },
  'open-hand-over-action': { by: ofAction },
  'accept-action': { by: ofAction },
  'decline-action': { by: ofAction },

  'open-record-duty': { by: ofDuty },
  'open-expect-duty': { by: ofDuty },
  'open-pass-duty': { by: ofDuty },
  'open-take-back-review': ofForms,
  'accept-duty': { by: ofDuty },
  'decline-duty': { by: ofDuty },
  'take-back-child': { by: ['child-taken-back', 'child-handed-over', 'child-allocated', 'child-confirmed'] },
  'open-first-look': {
    by: ['child-confirmed', 'child-not-mine'],
    says: 'There are no more children for you to confirm.',
  },
  'open-old-dates': { by: ['dates-confirmed'], says: 'There are no more dates for you to check.' },
  'open-report-concern': { by: ofConcern },
  'open-take-back-concern': { by: ofConcern },
  'open-taking-over': { by: ['handover-taken-up', 'handover-ended'] },
  'open-handovers': { by: ofHeld },
  'open-give-several': { by: ofHeld },
  'open-give-held': { by: ofHeld },
  'take-held': { by: ofHeld },

  'open-raised': ofForms,
  'raise-case': ofForms,
  'name-note-taker': ofForms,
  'confirm-case': ofForms,
  'match-raising': ofForms,
  'not-in-care': ofForms,
  'add-to-raising': ofForms,
  'withdraw-raising': ofForms,
  'close-case': ofForms,
  'answer-closing': ofForms,
  object: ofForms,
  'answer-objection': ofForms,
  'know-child': ofForms,
  'not-ours': ofForms,
  'cannot-tell': ofForms,
  'take-back-not-ours': ofForms,
  'pass-on': ofForms,
  'give-input': ofForms,
  'ask-another': ofForms,
  'set-meeting-link': ofForms,
  'record-meeting': ofForms,
  'add-action': ofForms,
  'correct-action': ofForms,
  'approve-summary': ofForms,
  'complete-action': ofForms,
  'move-action': ofForms,
  'hand-over-action': ofForms,
  'record-duty': ofForms,
  'expect-duty': ofForms,
  'pass-duty': ofForms,
  'take-back-review': ofForms,
  'confirm-children': ofForms,
  'confirm-dates': ofForms,
  'children-not-mine': ofForms,
  'report-concern': ofForms,
  'take-back-concern': ofForms,
  'give-held': ofForms,
  'give-several': ofForms,
  'replace-chair': ofForms,
  'have-taken-over': ofForms,
  'set-away': ofForms,
  'set-overview-day': ofForms,
  'prefer-account': ofForms,
  'remove-account': ofForms,
  'decide-nudges': ofForms,
}

/** What is never settled is never asked about. */
export const canBeSettled = ({ ask }: Ask): boolean => !('never' in settledBy[ask])

const asksOf = new Map<FactKind, string[]>()
for (const [ask, settling] of Object.entries(settledBy))
  if ('by' in settling) for (const fact of settling.by) asksOf.set(fact, [...(asksOf.get(fact) ?? []), ask])

/** Which asks this kind of fact may settle. */
export const asksSettledBy = (fact: FactKind): readonly string[] => asksOf.get(fact) ?? []

/** What concerns each thing of the case, or each duty of the child, whichever of them a card is about. */
export const reachesAll: ReadonlySet<FactKind> = new Set([
  ...['case-closed', 'case-part-handed-over', 'inputs-closed', 'inputs-close-moved'],
  ...['child-handed-over', 'child-allocated', 'child-not-mine'],
] as const satisfies readonly FactKind[])
