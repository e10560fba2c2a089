/** What every use case has in its hands. Everything inside one transaction happens, or none of it does. */
import type { Day } from '../calendar/day.ts'
import type { Card } from '../display/card.ts'
import type {
  ActionId,
  CaseId,
  ChallengeId,
  ClosingId,
  ConcernId,
  DutyId,
  HandoverId,
  MeetingId,
  PersonId,
  RaisingId,
  RequestId,
} from '../ids.ts'
import type { Fact, Wake } from '../vocabulary.ts'

export type Tx = {
  /** Adds one line to the log of what happened, chained to the line before it of the same case or child. */
  record(fact: Fact): Promise<void>
  /** Puts a message into the outbox; a key that was said before is not said again. Use `tell` of src/people. */
  say(message: Message): Promise<void>
  /** Takes back what still waits about a thing, because it is no longer true. */
  withdraw(subject: Subject): Promise<void>
  /** The same of what is meant for this person. */
  withdrawFrom(subject: Subject, meantFor: PersonId): Promise<void>
  /** Takes back what still waits for this person about a thing, since something newer is said in its place. */
  withdrawFor(subject: Subject, to: PersonId, what: string): Promise<void>
  /** Everything that was said about a thing and not taken back, in its order. */
  saidAbout(subject: Subject): Promise<readonly SaidMessage[]>
  /** What became of a thing, shown in place of what was said of it to this person: wherever a posted card is drawn again. */
  redraw(subject: Subject, to: PersonId, what: string, card: Card): Promise<void>
  /** When the first message about a thing that is meant for this person reached them or their deputy; undefined while none has. */
  deliveredAt(subject: Subject, meantFor: PersonId): Promise<Date | undefined>
  /** Whether a message whose key starts so was said, other than this one. */
  saidBefore(keyStart: string, except: string): Promise<boolean>
  /** One wake for each key (its kind and ids): setting it again moves it. */
  setWake(wake: Wake, at: Date): Promise<void>
  clearWake(wake: Wake): Promise<void>
}

/** One message to one person; the outbox takes it to wherever that person is. */
export type Message = {
  /** What this message is, so that it is said once: `asked-<request>`, `action-<id>-overdue-<person>`. */
  readonly key: string
  readonly to: PersonId
  /** Whose message it is, where their deputy receives it for them. */
  readonly meantFor: PersonId
  readonly card: Card
  readonly about: Subject
  /** What of it is said, by which it is known who may still hear it; absent where anybody may who has a part in the thing. */
  readonly what?: string
  /** From then on it is no longer true, and is not sent. */
  readonly holdsUntil?: Date
  /** Not before this instant: outside working hours a message waits. */
  readonly notBefore: Date
  /** Sent before what waits: a child may be in danger. */
  readonly urgent: boolean
  /** It is said in the next post of its receiver's day, or as that post. */
  readonly forPost?: true
  /** In no post before this day. */
  readonly waitsUntil?: Day
}

export type SaidMessage = {
  readonly to: PersonId
  readonly at: Date
  readonly what?: string
  /** It was certainly not posted yet. */
  readonly waits: boolean
}

/** The thing that a waiting message is about; `src/still-true.ts` asks whether it still holds before it is sent. */
export type Subject =
  | { readonly subject: 'raising'; readonly id: RaisingId }
  | { readonly subject: 'case'; readonly id: CaseId }
  | { readonly subject: 'request'; readonly id: RequestId }
  | { readonly subject: 'meeting'; readonly id: MeetingId }
  | { readonly subject: 'action'; readonly id: ActionId }
  | { readonly subject: 'duty'; readonly id: DutyId }
  | { readonly subject: 'concern'; readonly id: ConcernId }
  | { readonly subject: 'person'; readonly id: PersonId }
  /** What this person held and can no longer hold. */
  | { readonly subject: 'held'; readonly id: PersonId }
  | { readonly subject: 'handover'; readonly id: HandoverId }
  | { readonly subject: 'challenge'; readonly id: ChallengeId }
  /** That somebody proposes to close a case. */
  | { readonly subject: 'closing'; readonly id: ClosingId }
  /** That the person who raised a case does not agree that it was closed. */
  | { readonly subject: 'objection'; readonly id: RaisingId }
