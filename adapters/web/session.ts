/** Who a browser is signed in as, asked again at every request: what was removed a moment ago is over. */
import type { Request, Response } from 'express'
import type { PersonId } from '../../src/ids.ts'
import { hourMs } from '../../src/calendar/durations.ts'
import { draftHours, sessionHours } from '../../src/lifetimes.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Recognise } from '../../src/ports/recognise-account.ts'
import type { SignIns } from '../../src/ports/sign-ins.ts'
import type { Cookies } from './cookies.ts'
import type { Who } from './visit.ts'

export type SessionNeeds = {
  readonly signIns: Pick<SignIns, 'begin' | 'personOf' | 'lapsedOf' | 'end'>
  /** Refuses anybody who has left the partnership, and notes that the browser was used. */
  readonly recognise: Recognise
  readonly partnership: () => Partnership
  readonly cookies: Cookies
}

export type Sessions = {
  whoIs(req: Request): Promise<Who | undefined>
  /** Whose session lapsed in this browser: what they were typing is theirs, and nothing opens by it. */
  whoWas(req: Request): Promise<PersonId | undefined>
  /** False where this person may not sign in. */
  begin(req: Request, res: Response, person: PersonId): Promise<boolean>
  end(req: Request, res: Response): Promise<void>
}

/** Past the longest session, for what was being typed as it ended: the database knows when that was. */
const cookieLastsMs = (sessionHours + draftHours) * hourMs

const webAccount = (person: PersonId) => ({ platform: 'web', workspace: 'web', user: person }) as const

export function createSessions({ signIns, recognise, partnership, cookies }: SessionNeeds): Sessions {
  async function end(req: Request, res: Response): Promise<void> {
    const secret = cookies.read(req, 'unstuck-session')
    if (secret !== undefined) await signIns.end(secret)
    cookies.clear(res, 'unstuck-session')
  }

  return {
    async whoIs(req) {
      const secret = cookies.read(req, 'unstuck-session')
      const person = secret === undefined ? undefined : await signIns.personOf(secret)
      if (!person) return undefined
      const still = await recognise(webAccount(person), () => Promise.resolve(undefined))
      const known = partnership().people.find(({ id }) => id === person)
      return known && still === person ? { person, name: known.name, session: true } : undefined
    },
    async whoWas(req) {
      const secret = cookies.read(req, 'unstuck-session')
      const person = secret === undefined ? undefined : await signIns.lapsedOf(secret)
      return partnership().people.find(({ id }) => id === person)?.id
    },
    async begin(req, res, person) {
      const secret = await signIns.begin(person)
      if (secret === undefined) return false
      // The person who was signed in here before no longer is.
      await end(req, res)
      cookies.write(res, 'unstuck-session', secret, cookieLastsMs)
      return true
    },
    end,
  }
}
