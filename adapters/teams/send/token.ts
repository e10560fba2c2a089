/** Our own tokens, by client credentials: one kept until shortly before it lapses, however many ask at once. */
import { z } from 'zod'

export type Tokens = () => Promise<string>

type Needs = {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
}

/** A token that could not be had; what the service said may hold anything, so only its code is kept. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super(`no token was given: ${code}`, options)
    this.code = code
  }
}

/** learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
const Refused = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) })

const withinMs = 4_000
/** Renewed so long before it lapses, or after half its life where that is shorter. */
const beforeMs = 5 * 60_000

export function createTokens({ tokenUrl, clientId, clientSecret, scope }: Needs): Tokens {
  let kept: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined

  async function ask(): Promise<string> {
    const response = await fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    }).catch((error: unknown) => {
      throw new TokenError('unreachable', { cause: error })
    })
    const body: unknown = await response.json().catch(() => undefined)
    const granted = Granted.safeParse(body).data
    if (!response.ok || !granted) throw new TokenError(Refused.safeParse(body).data?.error ?? `http_${response.status}`)
    const lifeMs = granted.expires_in * 1000
    kept = { token: granted.access_token, until: performance.now() + Math.max(lifeMs - beforeMs, lifeMs / 2) }
    return granted.access_token
  }

  return () => {
    if (kept && performance.now() < kept.until) return Promise.resolve(kept.token)
    asking ??= ask().finally(() => (asking = undefined))
    return asking
  }
}
