/** The pages of the local workspace: anybody of the demonstration, and a clock that can be moved. */
import type { RequestHandler } from 'express'
import { createPlayground, playgroundFolder } from '../adapters/playground/app.ts'
import { createPages } from '../adapters/web/app.ts'
import { createLook } from '../adapters/web/look.ts'
import { moveThrough, type MovableClock } from '../jobs/move-clock.ts'
import type { Worker } from '../jobs/worker.ts'
import type { Answering } from '../src/ports/answering.ts'
import type { Due } from '../src/ports/due.ts'
import type { Inbox } from '../src/ports/inbox.ts'
import type { World } from './compose.ts'

export type Behind = {
  readonly answer: Answering
  readonly inbox: Inbox
  readonly due: Due
  readonly worker: Worker
}

export function workspacePages(
  { partnership, secretKey, log }: World,
  clock: MovableClock,
  { answer, inbox, due, worker }: Behind,
): readonly RequestHandler[] {
  const look = createLook(playgroundFolder)
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
    look,
    secretKey,
    log,
  })
  const pages = createPages({
    answer,
    inbox,
    partnership: () => partnership,
    whoIs: (req) => playground.whoIs(req),
    frame: (req) => playground.frame(req),
    look,
    log,
    secretKey,
  })
  return [playground.router, pages]
}
