/** What the pages need from the program that mounts them. */
import type { Request, Response } from 'express'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { MessageId, PersonId } from '../../src/ids.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Drafts } from '../../src/ports/drafts.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { Log } from '../../src/ports/log.ts'
import type { OpeningAsk } from '../../src/vocabulary.ts'
import type { PageLook } from './look.ts'
import type { Outcome } from './show.ts'
import type { Frame, Who } from './visit.ts'

export type PagesNeeds = {
  readonly answer: AnswerAsk
  readonly inbox: Inbox
  /** These messages, which lay there alone, stood on the page that this person opened. */
  readonly opened: (person: PersonId, messages: readonly MessageId[]) => Promise<void>
  readonly drafts: Drafts
  readonly partnership: () => Partnership
  readonly whoIs: (req: Request) => Promise<Who | undefined>
  /** Whose session lapsed in this browser; nobody's if this is absent. */
  readonly whoWas?: (req: Request) => Promise<PersonId | undefined>
  /** What an unknown visitor gets; a refusal if this is absent. `kept`: what they sent is kept, and this opens it again. */
  readonly stranger?: (req: Request, res: Response, kept: OpeningAsk | undefined) => Outcome
  readonly frame?: (req: Request) => Promise<Frame | undefined>
  readonly look: PageLook
  /** Where browsers find the pages; absent where it is the host that they name. */
  readonly publicUrl?: string
  readonly log: Log
  readonly secretKey: string
  readonly oldSecretKeys?: readonly string[] | undefined
  /** How long a page waits for its answer; 5 s unless told. */
  readonly patienceMs?: number
}
