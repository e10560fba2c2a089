/** Slack's side of the bot's door: a request with Slack's signature, or with one that is wrong in a chosen way. */
import { createHmac } from 'node:crypto'

export type Sending = {
  readonly body: string
  readonly contentType: 'application/x-www-form-urlencoded' | 'application/json'
  /** Extra headers, such as `x-slack-retry-num`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** How the request is signed, where it is not signed as Slack does. */
export type Forgery = {
  readonly secret?: string
  /** Seconds before now at which the request says it was signed. */
  readonly ageSeconds?: number
  readonly unsigned?: true
}

export type Reply = {
  /** 0 when no answer came as long as Slack waits, or none at all. */
  readonly status: number
  readonly text: string
  readonly ms: number
  /** What was sent, headers and all, so that it can be sent again to the letter. */
  readonly sent: Request
}

export type Request = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

export const signed = ({ body, contentType, headers }: Sending, secret: string, forgery: Forgery = {}): Request => {
  const timestamp = String(Math.floor(Date.now() / 1000) - (forgery.ageSeconds ?? 0))
  const mac = createHmac('sha256', forgery.secret ?? secret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex')
  const signature = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` }
  return {
    body,
    headers: { 'content-type': contentType, ...(forgery.unsigned ? {} : signature), ...headers },
  }
}

/** Sends and waits as long as Slack would. */
export async function send(url: string, request: Request, patienceMs: number): Promise<Reply> {
  const start = performance.now()
  const elapsed = () => Math.round(performance.now() - start)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: request.body,
      // Each on a line of its own: one that is kept may be closed by the bot just as the next request begins.
      headers: { ...request.headers, connection: 'close' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await response.text()
    return { status: response.status, text, ms: elapsed(), sent: request }
  } catch (error) {
    const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } }
    return { status: 0, text: cause?.code ?? name, ms: elapsed(), sent: request }
  }
}
