/**
 * Who may come in without a token: the playground on this very machine, asking for this very machine, through nothing
 * that stands in between. A page in a browser cannot send what is asked for here without its origin being told.
 */
import type { IncomingMessage } from 'node:http'
import { isThisMachine } from '../../../doors/this-machine.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const passedOn = ['forwarded', 'via', 'x-real-ip', 'origin', 'sec-fetch-site']

export function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const isPassedOn = Object.keys(headers).some((name) => name.startsWith('x-forwarded') || passedOn.includes(name))
  return loopback.has(socket.remoteAddress ?? '') && isThisMachine(`http://${headers.host ?? ''}`) && !isPassedOn
}
