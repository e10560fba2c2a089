/** Anybody may be anybody here, so the workspace is for the browser of this very machine alone. */
import type { Request, RequestHandler } from 'express'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

const forwarding = /^(forwarded|x-forwarded-.*|x-real-ip)$/

export const onlyHere: RequestHandler = (req, res, next) => {
  const refusal = refusalOf(req)
  if (refusal) res.status(403).type('text').set('Cache-Control', 'no-store').send(`${refusal}\n`)
  else next()
}

function refusalOf(req: Request): string | undefined {
  if (!loopback.test(req.headers.host ?? ''))
    return 'You can open the local workspace only at localhost, because anybody can act as anybody in it.'
  if (Object.keys(req.headers).some((name) => forwarding.test(name)))
    return 'You cannot open the local workspace through a proxy, because anybody can act as anybody in it.'
  if (req.method !== 'GET' && req.method !== 'HEAD' && !fromItself(req))
    return 'This was not sent from a page of the local workspace. Nothing was changed.'
  return undefined
}

/** Browsers tell where a request comes from in one of two ways; one that does not tell is refused. */
function fromItself(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = req.get('origin')
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === req.headers.host
}
