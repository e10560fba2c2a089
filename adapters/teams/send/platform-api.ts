/**
 * The calls that we make of Teams, with a time limit each and no retries: those belong to the outbox and to people.
 * Not through the SDK's own client, which posts again by itself whenever an answer is lost.
 */
import { z } from 'zod'
import { noteCalls, type LastCall } from '../../../doors/last-call.ts'
import { TeamsError, codeOf } from './classify-error.ts'
import type { Conversation } from '../conversation.ts'
import { refusalAbout } from './refusals.ts'
import { createSendLimits, type SendLimits } from './send-limits.ts'
import type { Tokens } from './token.ts'

/** What Teams takes as a message; its conversation and the bot's name are put in here. */
export type Outgoing = { readonly type: 'message' } & Readonly<Record<string, unknown>>

/** What the roster says of somebody: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const Member = z.object({
  /** The object id, by its name in the roster's answer. */
  objectId: said(),
  aadObjectId: said(),
  tenantId: said(),
  email: said(),
  userPrincipalName: said(),
  userRole: said(),
})
/** Teams leaves out what it does not know, or writes null, or an empty text. */
function said() {
  return z
    .string()
    .nullish()
    .transform((text) => text?.trim() || undefined)
}
export type Member = z.infer<typeof Member>

export type Connector = {
  /** Resolves with the message's id. */
  post(to: Conversation, message: Outgoing): Promise<string>
  /** Draws a message again for everybody. */
  update(to: Conversation, message: string, drawn: Outgoing): Promise<void>
  member(of: Conversation, user: string): Promise<Member | undefined>
  last(): LastCall
}

/** Somebody may be waiting in front of the screen. */
const withinMs = 8_000
const Posted = z.object({ id: z.string().min(1) })
/** `Bad Argument` is written with a space in some answers, and some have the code alone. */
const Code = z
  .string()
  .transform((code) => code.replace(/[\s_-]/g, ''))
  .refine((code) => /^[A-Za-z]{1,80}$/.test(code))
const Fault = z
  .object({ error: z.union([z.object({ code: Code }).transform(({ code }) => code), Code]) })
  .transform(({ error }) => error)

type Needs = { readonly tokens: Tokens; readonly limits?: SendLimits }

export function createTeamsApi({ tokens, limits = createSendLimits() }: Needs): Connector {
  const calls = noteCalls(codeOf)

  const call = (...request: Parameters<typeof limited>): Promise<unknown> => calls.note(limited(...request))

  async function limited(method: string, of: Conversation, path: string, body?: Outgoing): Promise<unknown> {
    // A thread of a channel counts towards its channel.
    const [conversation = of.id] = of.id.split(';')
    await limits.mayCall({ tenant: of.tenant, conversation })
    return send(method, `${baseOf(of)}${path}`, of.local ? undefined : await tokens(), body)
  }

  async function send(method: string, address: string, token: string | undefined, body?: Outgoing): Promise<unknown> {
    const response = await fetch(address, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    }).catch((error: unknown) => {
      throw new TeamsError(0, isTimeout(error) ? 'no-answer' : 'unreachable')
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (response.ok) return answer
    const code = Fault.safeParse(answer).data ?? 'unreadable'
    throw new TeamsError(response.status, code, retryAfterMs(response.headers.get('retry-after')))
  }

  return {
    async post(to, message) {
      const posted = Posted.safeParse(await call('POST', to, '/activities', addressed(to, message))).data
      if (!posted) throw new TeamsError(0, 'posted-without-id')
      return posted.id
    },
    async update(to, message, drawn) {
      await call('PUT', to, `/activities/${encodeURIComponent(message)}`, { ...addressed(to, drawn), id: message })
    },
    async member(of, user) {
      try {
        const member = Member.safeParse(await call('GET', of, `/members/${encodeURIComponent(user)}`)).data
        // An answer that cannot be read is no "nobody there".
        if (!member) throw new TeamsError(0, 'unreadable')
        return member
      } catch (error) {
        if (error instanceof TeamsError && isNobodyThere(error)) return undefined
        throw error
      }
    },
    last: () => calls.last(),
  }
}

/** Teams itself says so; a proxy that refuses says nothing of who is there. */
const isNobodyThere = ({ status, code }: TeamsError): boolean =>
  [403, 404].includes(status) && (code.startsWith('MemberNotFound') || refusalAbout(status, code) === 'this-chat')

const baseOf = ({ serviceUrl, id }: Conversation): string =>
  `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(id)}`

const addressed = ({ id, bot }: Conversation, message: Outgoing): Outgoing => ({
  ...message,
  from: bot,
  conversation: { id },
})

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'

function retryAfterMs(header: string | null): number | undefined {
  const seconds = Number(header ?? 'none')
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
