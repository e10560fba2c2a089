/** What the pages need from the program that mounts them. */
import type { Request, Response } from 'express'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { MessageId, PersonId } from '../../src/ids.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { Log } from '../../src/ports/log.ts'
import type { PageLook } from './look.ts'
import type { Outcome } from './show.ts'
import type { Frame, Who } from './visit.ts'

export type PagesNeeds = {
  readonly answer: AnswerAsk
  readonly inbox: Inbox
  /** These messages, which lay there alone, stood on the page that this person opened. */
  readonly opened: (person: PersonId, messages: readonly MessageId[]) => Promise<void>
  readonly partnership: () => Partnership
  readonly whoIs: (req: Request) => Promise<Who | undefined>
  /** What an unknown visitor gets; a refusal if this is absent. */
  readonly stranger?: (req: Request, res: Response) => Outcome
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
