/**
 * Who sees what: one table, field by field. A standing is what a person is to the thing, worked out in `src/parts`, where
 * `may` asks this table; nobody sees anything because they administer the bot.
 */
export type Standing =
  /** Raised this case. */
  | 'raiser'
  /** Answers for the child: the social worker, and who acts for them today. */
  | 'social-worker'
  | 'iro'
  | 'chair'
  /** Chairs cases of this partnership: may confirm one that nobody chairs yet. */
  | 'any-chair'
  /** Named by the chair for one meeting. */
  | 'note-taker'
  /** Came to this meeting. */
  | 'attended'
  /** Was asked for a view and has not said "not ours". */
  | 'asked'
  /** Manager who is asked by an IRO why something is not done, in this stage of the challenge. */
  | 'challenged'
  /** Agreed to this action, or holds this duty. */
  | 'owner'
  /** Is asked to take on this action or duty, and has not answered. */
  | 'offered'
  /** Answers for the owner's agency. */
  | 'lead'
  /** Named as the deputy of somebody who has left or changed role. */
  | 'deputy'
  /** Looks after the partnership: puts raisings right that name no known child, and sees to what leavers held. */
  | 'coordinator'
  /** Wrote that a child is at risk. */
  | 'writer'
  /** Was told that somebody did. */
  | 'told'
  /** Named in the partnership's file to hear of a danger that nobody has reported for an hour. */
  | 'contact'

export const seenBy = {
  /** That there is a case: its reference, what is stuck, its dates. */
  case: ['raiser', 'social-worker', 'iro', 'chair', 'asked'],
  /** What the raiser wrote. */
  'raised-words': ['raiser', 'social-worker', 'iro', 'chair'],
  /** What of it was released to the agencies that are asked, where they read no more of it. */
  'released-words': ['asked'],
  /** Why the family is not told, and why the case was closed. */
  reasons: ['social-worker', 'iro', 'chair'],
  /** Whether the family knows of the meeting: everybody who may speak to them. */
  family: ['raiser', 'social-worker', 'iro', 'chair', 'asked'],
  'unmatched-raising': ['coordinator'],
  'confirm-form': ['social-worker', 'chair', 'any-chair'],
  /** Once its social worker has been silent, and then once more. */
  'confirm-form-late': ['social-worker', 'chair', 'any-chair', 'lead'],
  'confirm-form-later': ['social-worker', 'chair', 'any-chair', 'lead', 'iro'],
  /** The social worker is a party to a disagreement: others confirm it, close it, and say who chairs it. */
  'confirm-disagreement': ['chair', 'any-chair', 'coordinator'],
  'confirm-disagreement-late': ['chair', 'any-chair', 'coordinator', 'iro'],
  'close-form': ['social-worker', 'chair'],
  'close-disagreement': ['chair', 'coordinator'],
  /** To agree that a case is closed before its time, or to keep it open; and to answer a raiser who objects. */
  'answer-closing': ['iro', 'chair', 'coordinator'],
  'answer-objection': ['iro', 'coordinator'],
  /** What somebody raised themselves: to read it, to add to it, to withdraw it, to object. */
  'own-raising': ['raiser'],
  /** Who raised a case, and how to reach them. */
  'raised-by': ['social-worker', 'iro', 'chair'],
  /** The same of a disagreement whose raiser wants to be named to the IRO alone. */
  'raised-by-for-iro': ['iro'],
  /** To let somebody who raised a case take part in it. */
  'admit-raiser': ['social-worker', 'chair'],
  'admit-to-disagreement': ['chair', 'coordinator'],
  /** Name, date of birth and numbers of the child. */
  identity: ['social-worker', 'iro', 'chair', 'asked'],
  /** The same once the case is closed: those who were asked need it no longer. */
  'closed-identity': ['social-worker', 'iro', 'chair'],
  /** To ask somebody else for a view. */
  'ask-another': ['social-worker', 'chair'],
  'own-request': ['asked'],
  /** What every agency wrote, once inputs are closed. */
  inputs: ['chair', 'iro'],
  'run-sheet': ['chair'],
  /** To give another; those who may see the case may use it. */
  'meeting-link': ['chair'],
  'meeting-record': ['chair', 'note-taker'],
  /** Who takes the notes, to be named. */
  'note-taker': ['chair'],
  'summary-draft': ['chair'],
  summary: ['raiser', 'social-worker', 'iro', 'chair', 'asked', 'owner'],
  /** What those of the meeting came to understand: being asked for a view is not being there. */
  reflection: ['attended', 'note-taker', 'social-worker', 'iro', 'chair'],
  action: ['owner', 'offered', 'lead', 'social-worker', 'iro', 'chair'],
  duty: ['owner', 'offered', 'lead', 'social-worker', 'iro'],
  /** What is challenged of it: to raise it, to read it, to answer as its manager, to say what comes next and how it ended. */
  'raise-challenge': ['iro'],
  challenge: ['iro', 'challenged'],
  'answer-challenge': ['challenged'],
  'decide-challenge': ['iro'],
  /** To record it, to pass it on, to say when it is expected. */
  'duty-answer': ['owner', 'social-worker'],
  /** To take back a review from which its day is counted, which is said to the IRO. */
  'review-held': ['social-worker'],
  /** Which child a duty is about. */
  'duty-child': ['owner', 'offered', 'social-worker', 'iro'],
  /** Which child an action is about. */
  'action-child': ['owner', 'offered', 'social-worker', 'iro', 'chair'],
  /** To say "I have it" of what is handed to them, or that it is not theirs. */
  'take-on': ['offered'],
  /** What somebody held who has left or changed role: to take it or to give it away, by references alone. */
  held: ['owner', 'deputy', 'lead', 'coordinator'],
  /** Who else chairs a case, whether or not its chair has left. */
  'replace-chair': ['social-worker', 'chair', 'coordinator'],
  'replace-chair-of-disagreement': ['chair', 'coordinator'],
  /** To record that it was reported. */
  'concern-report': ['writer', 'told', 'social-worker', 'iro'],
  /** Which child it is about. */
  'concern-child': ['told', 'social-worker', 'iro'],
  /** To say that it was pressed by mistake. */
  'concern-take-back': ['writer'],
  /** That a danger was reported: to whom and when. */
  'danger-reports': ['social-worker', 'iro', 'chair', 'any-chair'],
  /** Where something stands that this person took over; the case itself needs its own permission. */
  'taking-over': ['owner'],
} as const satisfies Record<string, readonly Standing[]>

/** What of a thing is seen or done. */
export type Field = keyof typeof seenBy
