/** Online meetings of Teams, made with Microsoft Graph in the name of one user, without anybody signing in. */
import { z } from 'zod'
import { TooFastError } from '../../../src/ports/messenger-errors.ts'
import type { OnlineMeeting, OnlineMeetings } from '../../../src/ports/online-meetings.ts'
import { createTokens } from './token.ts'

type Needs = {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** The object id of the user: an address will not do where an app asks by itself. */
  readonly organiser: string
  readonly apiUrl?: string
  readonly loginUrl?: string
}

/** Less than what a worker waits for a message to be sent. */
const withinMs = 10_000
/** Where Graph asks to wait and names no time. */
const politePauseMs = 30_000

/** learn.microsoft.com/graph/api/onlinemeeting-createorget: 201 for one that was made, 200 for one that was there. */
const Made = z.object({ joinWebUrl: z.string() })
const Refused = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/) }) })

export function createOnlineMeetings(needs: Needs): OnlineMeetings {
  const apiUrl = needs.apiUrl ?? 'https://graph.microsoft.com'
  const address = `${apiUrl}/v1.0/users/${encodeURIComponent(needs.organiser)}/onlineMeetings/createOrGet`
  let token = tokens()

  function tokens() {
    return createTokens({
      tokenUrl: `${needs.loginUrl ?? 'https://login.microsoftonline.com'}/${needs.tenantId}/oauth2/v2.0/token`,
      clientId: needs.clientId,
      clientSecret: needs.clientSecret,
      scope: 'https://graph.microsoft.com/.default',
    })
  }

  return {
    async createOrGet({ key, subject, startsAt, endsAt }: OnlineMeeting) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          externalId: key,
          subject,
          startDateTime: startsAt.toISOString(),
          endDateTime: endsAt.toISOString(),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(withinMs),
      })
      const body: unknown = await response.json().catch(() => undefined)
      const made = Made.safeParse(body).data
      if (response.ok && made) return { joinUrl: made.joinWebUrl }
      // Revoked before it lapsed: the next call asks for another.
      if (response.status === 401) token = tokens()
      if (response.status === 429 || response.status === 503) throw new TooFastError(pauseMs(response))
      const code = Refused.safeParse(body).data?.error.code ?? 'unreadable'
      throw new Error(`Graph made no online meeting: ${response.status} ${code}`)
    },
  }
}

function pauseMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : politePauseMs
}
