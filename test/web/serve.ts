/** The pages and the local workspace on a port of this machine, over an `answer` that a test gives. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createPlayground, playgroundFolder, type PlaygroundNeeds } from '../../adapters/playground/app.ts'
import { createPages } from '../../adapters/web/app.ts'
import type { PagesNeeds } from '../../adapters/web/pages-needs.ts'
import { createLook } from '../../adapters/web/look.ts'
import { PersonId } from '../../src/ids.ts'
import { Partnership } from '../../src/partnership/partnership.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import type { Log, LogIds } from '../../src/ports/log.ts'
import { silentLog } from '../support/silent-log.ts'
import { draftsInMemory } from './drafts-in-memory.ts'
import { messages, person, urgent, waiting } from './samples.ts'

const secretKey = 'a'.repeat(64)

const partnership = Partnership.parse({
  name: 'Northbridge Safeguarding Partnership',
  authority: 'council',
  urgent,
  agencies: [
    { id: 'council', kind: 'social-care', name: 'Northbridge Council', lead: 'social-worker' },
    { id: 'trust', kind: 'health', name: 'Northbridge Health Trust', lead: 'health-lead' },
    { id: 'force', kind: 'police', name: 'Northbridge Police', lead: 'police-lead' },
    { id: 'school', kind: 'education', name: 'Hill Road School', lead: 'school-lead' },
  ],
  people: [
    { id: 'iro', name: 'Ines Roberts', email: 'iro@demo.example', agency: 'council', roles: ['iro'] },
    { id: 'chair', name: 'Charles Hart', email: 'chair@demo.example', agency: 'council', roles: ['chair'] },
    { id: 'health-lead', name: 'Hannah Osei', email: 'health.lead@demo.example', agency: 'trust', roles: ['lead'] },
    { id: 'police-lead', name: 'Peter Lang', email: 'police.lead@demo.example', agency: 'force', roles: ['lead'] },
    { id: 'school-lead', name: 'Shona Leith', email: 'school.lead@demo.example', agency: 'school', roles: ['lead'] },
    {
      id: 'social-worker',
      name: 'Sam Wood',
      email: 'social.worker@demo.example',
      agency: 'council',
      roles: ['social-worker'],
    },
    {
      id: 'practitioner',
      name: 'Priya Nair',
      email: 'practitioner@demo.example',
      agency: 'school',
      roles: ['practitioner'],
    },
  ],
  reportsTo: 'chair',
})

const sampleInbox: Inbox = {
  messagesFor: (of) => Promise.resolve(of === person ? messages : []),
  whatWaits: (of) => Promise.resolve(of === person ? waiting : []),
}

export const aVisitor = { person: PersonId.parse('health-lead'), name: 'Hannah Osei' }

export type Logged = { readonly event: string; readonly error: unknown; readonly ids: LogIds | undefined }
export type Served = { readonly address: string; readonly logged: readonly Logged[]; close(): Promise<void> }

/** Made once: the templates are compiled at their first use. */
const look = createLook(playgroundFolder)

/** The pages alone, for a visitor who is known already. */
export function servePages(needs: Pick<PagesNeeds, 'answer'> & Partial<PagesNeeds>): Promise<Served> {
  const logged: Logged[] = []
  const log = logInto(logged)
  const whoIs = () => Promise.resolve(aVisitor)
  const pages = createPages({
    inbox: sampleInbox,
    opened: () => Promise.resolve(),
    drafts: draftsInMemory(),
    partnership: () => partnership,
    look: createLook(),
    secretKey,
    log,
    whoIs,
    ...needs,
  })
  return serve([pages], logged)
}

/** The local workspace in front of the pages, as in the demonstration. */
export function serveWorkspace(
  needs: Pick<PagesNeeds, 'answer'> & Pick<PlaygroundNeeds, 'clock' | 'moveClock'> & { inbox?: Inbox },
): Promise<Served> {
  const logged: Logged[] = []
  const around = {
    inbox: sampleInbox,
    opened: () => Promise.resolve(),
    drafts: draftsInMemory(),
    look,
    secretKey,
    log: logInto(logged),
    ...needs,
  }
  const { router, whoIs, frame } = createPlayground({
    ...around,
    partnership: () => partnership,
    numbersToTry: () => Promise.resolve(['LK104', '943 476 5919']),
  })
  return serve([router, createPages({ ...around, partnership: () => partnership, whoIs, frame })], logged)
}

export function logInto(logged: Logged[]): Log {
  return { ...silentLog, error: (event, error, ids) => void logged.push({ event, error, ids }) }
}

export async function serve(routers: readonly express.Router[], logged: readonly Logged[]): Promise<Served> {
  const app = express().disable('x-powered-by')
  for (const router of routers) app.use(router)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logged,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export type Reply = {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** The hidden fields of the last form on the page that has them. */
  readonly hidden: Record<string, string>
}

/** As a browser sends a page's own form; without a form, as it follows a link. */
export async function send(
  { address }: Served,
  path: string,
  form?: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(address + path, {
    redirect: 'manual',
    headers: Object.entries({ 'sec-fetch-site': 'same-origin', ...headers }).filter(([, value]) => value !== ''),
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  const text = await response.text()
  return { status: response.status, text, headers: response.headers, hidden: hiddenFields(text) }
}

function hiddenFields(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]))
}
