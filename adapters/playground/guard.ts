/** Anybody may be anybody here, so the workspace is for the browser of this very machine alone. */
import type { Request, RequestHandler } from 'express'
import { isFromOwnPage } from '../../doors/from-own-page.ts'
import { isOfThisMachine, isThisMachine } from '../../doors/this-machine.ts'

const forwarding = /^(forwarded|x-forwarded-.*|x-real-ip)$/

export const onlyHere: RequestHandler = (req, res, next) => {
  const refusal = refusalOf(req)
  if (refusal) res.status(403).type('text').set('Cache-Control', 'no-store').send(`${refusal}\n`)
  else next()
}

function refusalOf(req: Request): string | undefined {
  // What a request says of its host, anybody can write.
  if (!isOfThisMachine(req.socket.remoteAddress))
    return 'You can open the local workspace only on this machine, because anybody can act as anybody in it.'
  if (!isThisMachine(`http://${req.headers.host ?? ''}`))
    return 'You can open the local workspace only at localhost, because anybody can act as anybody in it.'
  if (Object.keys(req.headers).some((name) => forwarding.test(name)))
    return 'You cannot open the local workspace through a proxy, because anybody can act as anybody in it.'
  if (req.method !== 'GET' && req.method !== 'HEAD' && !isFromOwnPage(req))
    return 'This was not sent from a page of the local workspace. Nothing was changed.'
  return undefined
}
