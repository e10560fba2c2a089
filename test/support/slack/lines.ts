/** Slack's end of Socket Mode: the bot calls and holds the line, and what would go to its door goes through it. */
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Reply, Sending } from './send-signed.ts'
import type { SlackState } from './state.ts'

export type Lines = {
  /** The line of this app; undefined while nobody holds one. */
  of(appId: string): Line | undefined
  close(): void
}

export type Line = {
  send(sending: Sending, patienceMs: number): Promise<Reply>
  /** As Slack does now and then, so that the bot calls again. */
  hangUp(): void
}

export function createLines(state: SlackState, server: Server): Lines {
  const sockets = new WebSocketServer({ noServer: true })
  const open = new Map<string, WebSocket>()

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://slack').searchParams.get('ticket') ?? ''
    const appId = state.tickets.get(ticket)
    state.tickets.delete(ticket)
    if (appId === undefined) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (line) => {
      open.set(appId, line)
      line.once('close', () => open.get(appId) === line && open.delete(appId))
      line.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: appId } }))
    })
  })

  return {
    of(appId) {
      const line = open.get(appId)
      return (
        line && {
          send: (sending, patienceMs) => sendThrough(line, sending, patienceMs),
          hangUp: () => line.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
        }
      )
    },
    close() {
      for (const line of open.values()) line.terminate()
      sockets.close()
    },
  }
}

async function sendThrough(line: WebSocket, sending: Sending, patienceMs: number): Promise<Reply> {
  const start = performance.now()
  const envelope = randomUUID()
  const answered = new Promise<Pick<Reply, 'status' | 'text'>>((resolve) => {
    const hear = (data: Buffer): void => {
      const answer = JSON.parse(data.toString()) as { envelope_id?: string; payload?: object }
      if (answer.envelope_id !== envelope) return
      const said = Object.keys(answer.payload ?? {}).length > 0
      finish({ status: 200, text: said ? JSON.stringify(answer.payload) : '' })
    }
    const timer = setTimeout(() => finish({ status: 0, text: '' }), patienceMs)
    function finish(reply: Pick<Reply, 'status' | 'text'>): void {
      clearTimeout(timer)
      line.off('message', hear)
      resolve(reply)
    }
    line.on('message', hear)
  })
  line.send(JSON.stringify({ envelope_id: envelope, accepts_response_payload: true, ...contentOf(sending) }))
  const sent = { body: sending.body, headers: { 'content-type': sending.contentType } }
  return { ...(await answered), ms: Math.round(performance.now() - start), sent }
}

function contentOf({ body, contentType }: Sending): { type: string; payload: unknown } {
  if (contentType === 'application/json') return { type: 'events_api', payload: JSON.parse(body) as unknown }
  const fields = Object.fromEntries(new URLSearchParams(body))
  const { payload } = fields
  return payload === undefined
    ? { type: 'slash_commands', payload: fields }
    : { type: 'interactive', payload: JSON.parse(payload) as unknown }
}
