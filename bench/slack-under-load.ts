/** A Slack that checks nothing and remembers only when each view was to be opened, so that it is never what is measured. */
import { createServer } from 'node:http'
import { instant } from './instant.ts'

type Received = { readonly trigger: string; readonly at: number }

const received: Received[] = []
let lastView = ''

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const at = instant()
    const answer = answerTo(request.url ?? '', body, at)
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
  })
})

function answerTo(path: string, body: string, at: number): string {
  if (path === '/api/views.open') return openView(new URLSearchParams(body), at)
  if (path === '/api/users.info') return user(new URLSearchParams(body).get('user') ?? '')
  if (path === '/api/auth.test')
    return JSON.stringify({ ok: true, team_id: 'T0BENCH', user_id: 'UBOT', bot_id: 'BBOT' })
  if (path === '/received') return JSON.stringify(received.splice(0))
  if (path === '/view') return JSON.stringify({ view: lastView })
  return JSON.stringify({ ok: true, channel: { id: 'D0BENCH' }, ts: '1.000001' })
}

function openView(sent: URLSearchParams, at: number): string {
  lastView = sent.get('view') ?? ''
  received.push({ trigger: sent.get('trigger_id') ?? '', at })
  return '{"ok":true,"view":{"id":"V0BENCH","hash":"1.a","type":"modal","blocks":[],"state":{"values":{}}}}'
}

/** A person's id in this bench is the part of their address before the `@`. */
function user(id: string): string {
  const profile = { email: `${id}@demo.example`, real_name: id }
  const account = {
    id,
    team_id: 'T0BENCH',
    name: id,
    real_name: id,
    deleted: false,
    is_bot: false,
    is_restricted: false,
  }
  const member = { ...account, is_ultra_restricted: false, is_email_confirmed: true, profile }
  return JSON.stringify({ ok: true, user: member })
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`listening ${address.port}`)
})
