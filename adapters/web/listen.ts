/** Addresses, commands, buttons and forms → Ask; every answer → a page. */
import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Router } from 'express'
import { keepLast } from '../../doors/keep-last.ts'
import { within } from '../../doors/within.ts'
import type { Done } from '../../src/display/answer.ts'
import type { Command } from '../../src/commands/commands.ts'
import { nearestCommand } from '../../src/commands/nearest-command.ts'
import { readCommand } from '../../src/commands/read-command.ts'
import type { MessageId, PersonId } from '../../src/ids.ts'
import type { InboxMessage } from '../../src/ports/inbox.ts'
import { drawnFor } from '../../src/ports/drawn-form.ts'
import type { Waits } from '../../src/ports/waits.ts'
import { opensSomething } from '../../src/vocabulary.ts'
import { pageOf } from './answer-page.ts'
import { newReference } from './fail.ts'
import { createDraftRequests } from './draft-requests.ts'
import { createForms } from './form-page.ts'
import { createKeeping } from './keep-draft.ts'
import { createTokens } from './guard.ts'
import { firstShown, isOver, pageOfInbox, shownOn } from './inbox-page.ts'
import { pageOfQuestion } from './question-page.ts'
import { bodyOf, readAsk } from './read-form.ts'
import { pageDrawnForAnother, pageNotFound, pageNotUnderstood, pageRefused } from './refuse.ts'
import type { PagesNeeds } from './pages-needs.ts'
import { addressOf, renderButton } from './render-card.ts'
import { createSend } from './send.ts'
import type { Outcome, Page, Show } from './show.ts'
import { pageNobodyKnown } from './sign-in-pages.ts'
import type { Frame, Visit, Who } from './visit.ts'

/** Past this a person wonders whether the page is broken. */
const defaultPatienceMs = 5000
const framePatienceMs = 1000

export function listen(pages: Router, show: Show, needs: PagesNeeds): void {
  const patienceMs = needs.patienceMs ?? defaultPatienceMs
  const tokens = createTokens(needs.secretKey, needs.oldSecretKeys)
  const finished = keepLast<Done & { readonly person: PersonId }>(500)
  const forms = createForms()
  const keeping = createKeeping(needs)
  const drafts = createDraftRequests({ ...needs, keeping, tokens })

  const notUnderstood = ({ drawing }: Visit, meant?: Command) => pageNotUnderstood(needs.partnership(), drawing, meant)
  /** The work goes on past the limit: anybody who sends the same again, under the same key, gets what it came to. */
  const answer: PagesNeeds['answer'] = (asking) => within(patienceMs, needs.answer(asking))
  const send = createSend({ answer, forms, keeping, finish, notUnderstood, log: needs.log })

  pages.get('/', visiting(readInbox))
  pages.post('/command', visiting(provenOnly(runCommand)))
  pages.get('/ask', visiting(openAsk))
  pages.post('/ask', visiting(provenOnly((visit, req) => send(visit, req.body))))
  pages.post('/draft', (req, res) => drafts.keep(req, res))
  pages.post('/start-again', visiting(provenOnly(startAgain)))
  pages.post('/question', visiting(provenOnly(askFirst)))
  pages.get('/done/:key', visiting(showDone))

  async function readInbox(visit: Visit, req: Request): Promise<Outcome> {
    const { person } = visit.who
    const messages = await within(patienceMs, needs.inbox.messagesFor(person))
    const asked = Number(req.query['page'] ?? 1)
    const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
    const shown = shownOn(messages, page)
    const now = new Map((await asTheyStand(person, shown)).map((message) => [message.id, message]))
    const over = new Set(shown.filter(({ id, card }) => isOver(card, now.get(id)?.card ?? card)).map(({ id }) => id))
    const waits = page === 1 ? await whatWaits(person) : undefined
    await noteOpened(visit, firstShown(messages, page))
    return pageOfInbox(
      messages.map((message) => now.get(message.id) ?? message),
      { page, waits, over },
      visit.drawing,
    )
  }

  /** Cards as they were said are better than no page: a button that is refused says why. */
  async function asTheyStand(person: PersonId, shown: readonly InboxMessage[]): Promise<readonly InboxMessage[]> {
    if (!needs.inbox.asTheyStand) return shown
    return within(patienceMs, needs.inbox.asTheyStand(person, shown)).catch((error: unknown) => {
      needs.log.error('page-as-said', error, { messages: shown.length })
      return shown
    })
  }

  /** Messages without what stands above them are better than no page. */
  async function whatWaits(person: PersonId): Promise<readonly Waits[] | undefined> {
    if (!needs.inbox.whatWaits) return undefined
    return within(patienceMs, needs.inbox.whatWaits(person)).catch((error: unknown) => {
      needs.log.error('page-without-what-waits', error)
      return undefined
    })
  }

  /** Until it is noted, others are told that nobody has opened the page: no reason to keep it from its person. */
  async function noteOpened({ who }: Visit, messages: readonly MessageId[]): Promise<void> {
    if (messages.length === 0) return
    await within(patienceMs, needs.opened(who.person, messages)).catch((error: unknown) =>
      needs.log.error('page-opened-not-noted', error, { messages: messages.length }),
    )
  }

  /** What is not understood is neither kept nor shown again: it may be about a child. */
  function runCommand(visit: Visit, req: Request): Outcome {
    const { command } = bodyOf(req)
    if (typeof command !== 'string') return notUnderstood(visit)
    const ask = readCommand(command)
    return ask ? { goTo: addressOf(ask) } : notUnderstood(visit, nearestCommand(command))
  }

  function askFirst(visit: Visit, req: Request): Outcome {
    return pageOfQuestion(visit, req.body, req.get('referer')) ?? notUnderstood(visit)
  }

  async function startAgain(visit: Visit, req: Request): Promise<Outcome> {
    return (await drafts.startAgain(visit, req)) ?? notUnderstood(visit)
  }

  async function openAsk(visit: Visit, req: Request): Promise<Outcome> {
    const ask = readAsk(req.query['ask'])
    if (!ask || !opensSomething(ask)) return notUnderstood(visit)

    const answered = await answer({ ask, by: visit.who.person })
    switch (answered.kind) {
      case 'form': {
        const { drawn, kept } = await keeping.restore(visit.who.person, drawnFor(answered, ask))
        return forms.draw(visit, drawn, { kept })
      }
      case 'refusal':
        return pageRefused(answered.reason)
      case 'done':
        return finish(visit, answered)
      case 'card':
      case 'reading':
      case 'home':
        return pageOf(answered, visit.drawing)
    }
  }

  /** The sentence is kept here rather than in the address, and loading the page again sends nothing twice. */
  function finish({ who }: Visit, done: Done): Outcome {
    const key = randomUUID()
    finished.keep(key, { ...done, person: who.person })
    return { goTo: `/done/${key}` }
  }

  function showDone({ who, drawing }: Visit, req: Request): Outcome {
    const done = finished.find(String(req.params['key']))
    if (done?.person !== who.person) return pageNotFound
    return {
      template: 'done.njk',
      title: 'Done',
      data: { says: done.says, next: (done.next ?? []).map((next) => renderButton(next, drawing)) },
    }
  }

  type Handle = (visit: Visit, req: Request) => Outcome | Promise<Outcome>

  function provenOnly(handle: Handle): Handle {
    return (visit, req) =>
      tokens.holds(visit.who.person, bodyOf(req)['_csrf']) ? handle(visit, req) : pageDrawnForAnother
  }

  function visiting(handle: Handle): RequestHandler {
    return async (req, res) => {
      const who = await whoIs(req)
      if (!who || 'template' in who) {
        const kept = who ? undefined : await drafts.keepForLapsed(req)
        show(res, undefined, who ?? needs.stranger?.(req, res, kept) ?? pageRefused('nobody-we-know'))
        return
      }
      const drawing = { csrf: tokens.tokenFor(who.person), newOnce: () => randomUUID() }
      const visit = { who, frame: await frameOf(req), drawing }
      show(res, visit, await handle(visit, req))
    }
  }

  /** Who sent words while nobody could be asked for gets them back. */
  async function whoIs(req: Request): Promise<Who | Page | undefined> {
    try {
      return await within(patienceMs, needs.whoIs(req))
    } catch (error) {
      if (req.method !== 'POST') throw error
      const reference = newReference()
      needs.log.error('not-recognised-yet', error, { reference })
      return pageNobodyKnown(req.body, reference)
    }
  }

  /** A page without its frame is better than no page, and much better than lost words. */
  async function frameOf(req: Request): Promise<Frame | undefined> {
    try {
      return needs.frame && (await within(framePatienceMs, needs.frame(req)))
    } catch (error) {
      needs.log.error('page-without-frame', error)
      return undefined
    }
  }
}
