/** How many messages each person has that were not looked at in this browser, so that a newcomer knows who to be next. */
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readCookie } from '../../doors/read-cookie.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { PersonId } from '../../src/ids.ts'
import type { CastMember } from './cast.ts'
import { writeCookie } from './write-cookie.ts'

const cookie = 'unstuck-read'

/** How many messages each person had when their page was last open. */
const Read = z.record(z.string(), z.int().min(0))

type Counted = CastMember & { readonly unread: number }

export function createNewMessages(inbox: Inbox, cast: () => readonly CastMember[]) {
  const sentTo = async (person: PersonId) =>
    (await inbox.messagesFor(person)).filter(({ sentAt }) => sentAt !== undefined).length

  async function counted(req: Request): Promise<readonly Counted[]> {
    const read = readCounts(req)
    return Promise.all(
      cast().map(async (one) => ({
        ...one,
        unread: Math.max(0, (await sentTo(one.person)) - (read[one.person] ?? 0)),
      })),
    )
  }

  async function markRead({ person }: CastMember, req: Request, res: Response): Promise<void> {
    const read = { ...readCounts(req), [person]: await sentTo(person) }
    writeCookie(res, cookie, Buffer.from(JSON.stringify(read)).toString('base64url'))
  }

  return { counted, markRead }
}

function readCounts(req: Request): z.infer<typeof Read> {
  try {
    return Read.parse(JSON.parse(Buffer.from(readCookie(req, cookie) ?? '', 'base64url').toString()))
  } catch {
    return {}
  }
}
