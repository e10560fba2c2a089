/** The pages of the local workspace: anybody of the demonstration, and a clock that can be moved. */
import type { RequestHandler } from 'express'
import { createPlayground, playgroundFolder } from '../../adapters/playground/app.ts'
import { createPages } from '../../adapters/web/app.ts'
import type { PagesNeeds } from '../../adapters/web/pages-needs.ts'
import { createLook } from '../../adapters/web/look.ts'
import { moveThrough, type MovableClock } from '../../jobs/move-clock.ts'
import type { Worker } from '../../jobs/worker.ts'
import type { AnswerAsk } from '../../src/ports/answer-ask.ts'
import type { Due } from '../../src/ports/due.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { Resources } from './resources.ts'
import { signInOf, type SignInParts } from './session-pages.ts'

export type Behind = {
  readonly answer: AnswerAsk
  readonly inbox: Inbox
  readonly opened: PagesNeeds['opened']
  readonly drafts: PagesNeeds['drafts']
  readonly due: Due
  readonly numbersToTry: () => Promise<readonly string[]>
  readonly worker: Worker
  /** Where there is email: people may also sign in by email, as in a real partnership. */
  readonly signIn: SignInParts | undefined
}

export function workspacePages(world: Resources, clock: MovableClock, behind: Behind): readonly RequestHandler[] {
  const { partnership, secretKey, oldSecretKeys, log } = world
  const { answer, inbox, opened, drafts, due, worker, numbersToTry } = behind
  const look = createLook(playgroundFolder)
  const signIn = behind.signIn && signInOf(world, behind.signIn, look)
  const playground = createPlayground({
    partnership,
    clock,
    moveClock: (to) =>
      moveThrough(to, {
        clock,
        nextMoment: (after, until) => due.nextMoment(after, until),
        untilQuiet: () => worker.untilQuiet(),
      }),
    inbox,
    numbersToTry,
    look,
    secretKey,
    log,
    ...(signIn && { signedIn: signIn.whoIs }),
  })
  const pages = createPages({
    answer,
    inbox,
    opened,
    drafts,
    partnership,
    whoIs: playground.whoIs,
    frame: playground.frame,
    look,
    log,
    secretKey,
    oldSecretKeys,
  })
  return [playground.router, ...(signIn ? [signIn.router] : []), pages]
}
