/** What every page carries against being framed, read by others, or sent to from elsewhere. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const pageHeaders: RequestHandler = (_, res, next) => {
  res.set({
    'Content-Security-Policy': policy,
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Not `no-referrer`: under it a browser sends `Origin: null` with our own forms, and only the newest tell us otherwise.
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  })
  next()
}

type Tokens = { tokenFor(whom: string): string; holds(whom: string, token: unknown): boolean }

/**
 * Proof that a form was drawn for this very person, or this very browser. One that was drawn under an older secret key
 * holds as well, or an exchange of the key would lose what somebody was just typing.
 */
export function createTokens(secretKey: string, older: readonly string[] = []): Tokens {
  const sealed = (text: string, key = secretKey) => createHmac('sha256', key).update(text).digest()
  const tokenFor = (whom: string, key = secretKey) => sealed(`page-form:${whom}`, key).toString('base64url')

  function holds(whom: string, token: unknown): boolean {
    // Compared as digests, so that neither length nor content shows in the time that it takes.
    const isOf = (key: string) => timingSafeEqual(sealed(String(token)), sealed(tokenFor(whom, key)))
    return typeof token === 'string' && [secretKey, ...older].some(isOf)
  }

  return { tokenFor: (whom) => tokenFor(whom), holds }
}
