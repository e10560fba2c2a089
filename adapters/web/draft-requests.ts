/** What a page asks about words that were typed and not sent: keep them, or throw them away. */
import type { Request, Response } from 'express'
import type { PersonId } from '../../src/ids.ts'
import { opensSomething, type OpeningAsk } from '../../src/vocabulary.ts'
import type { createTokens } from './guard.ts'
import type { Keeping } from './keep-draft.ts'
import type { PagesNeeds } from './pages-needs.ts'
import { bodyOf, readAsk, readSent } from './read-form.ts'
import { addressOf } from './render-card.ts'
import type { Outcome } from './show.ts'
import type { Visit } from './visit.ts'

type Parts = Pick<PagesNeeds, 'whoIs' | 'whoWas'> & {
  readonly keeping: Keeping
  readonly tokens: Pick<ReturnType<typeof createTokens>, 'holds'>
}

export function createDraftRequests({ whoIs, whoWas, keeping, tokens }: Parts) {
  /** Only for whom the page was drawn: what somebody else types into it is not theirs. */
  async function keepFor(person: PersonId | undefined, req: Request): Promise<OpeningAsk | undefined> {
    const sent = readSent(req.body)
    return person && sent && tokens.holds(person, bodyOf(req)['_csrf']) ? keeping.keep(person, sent) : undefined
  }

  const keepForLapsed = async (req: Request) => keepFor(await whoWas?.(req), req)

  return {
    /** Of somebody whose session lapsed as they wrote. Gives what opens the form again. */
    keepForLapsed,
    /** For the script of a page, while somebody types: it shows no page. */
    async keep(req: Request, res: Response): Promise<void> {
      const who = await whoIs(req)
      const kept = await (who ? keepFor(who.person, req) : keepForLapsed(req))
      res.status(kept ? 204 : 403).end()
    },
    /** Undefined for what no page of ours sends. */
    async startAgain({ who }: Visit, req: Request): Promise<Outcome | undefined> {
      const { ask, opened } = bodyOf(req)
      const [doing, opening] = [readAsk(ask), readAsk(opened)]
      if (!doing || !opening || !opensSomething(opening)) return undefined
      await keeping.startAgain(who.person, { ask: doing, opened: opening })
      return { goTo: addressOf(opening) }
    },
  }
}
