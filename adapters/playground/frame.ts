/** What stands at the top of each page of the demonstration: who you are, what time it is, and whom to be next. */
import type { Request } from 'express'
import { instantInWords } from '../../src/calendar/in-words.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { CastMember } from './cast.ts'
import { laterThan } from './later.ts'
import type { createNewMessages } from './new-messages.ts'

export type Frame = { readonly template: string; readonly data: object }

export function createFrame(clock: Clock, newMessages: ReturnType<typeof createNewMessages>) {
  return async (me: CastMember, req: Request): Promise<Frame> => {
    const now = clock.now()
    const others = (await newMessages.counted(req)).filter((one) => one.person !== me.person && one.unread > 0)
    return { template: 'frame.njk', data: { me, now: instantInWords(now), later: laterThan(now), others } }
  }
}
