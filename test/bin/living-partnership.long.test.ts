/** A partnership changes under a web and a worker process that run: nobody starts them again. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { createPartnershipVersions } from '../../adapters/postgres/partnership-versions.ts'
import { baseTx } from '../../adapters/postgres/transaction/transaction.ts'
import { card } from '../../src/display/card.ts'
import { PersonId } from '../../src/ids.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { startMail, type MailService } from '../support/mail/service.ts'
import { startProduct, type Product, type Settings } from '../support/product.ts'
import { scratchFolder } from '../support/scratch.ts'
import { testshire } from '../support/testshire.ts'
import { linkFor, newBrowser } from '../web/signing-in.ts'

const folder = scratchFolder('partnership')
const file = join(folder, 'partnership.yaml')
const people = join(folder, 'people.csv')
const sam = 'sam@testshire.example'

let database: TestDatabase
let mail: MailService
let web: Product
let worker: Product
let settings: Settings

beforeAll(async () => {
  await writeFile(file, testshire)
  const row = `sam;Sam Okafor;${sam};trust;practitioner;nurse`
  await writeFile(people, `\uFEFFid;name;email;agency;roles;deputy\r\n${row}\r\n`)
  database = await freshDatabase()
  mail = await startMail()
  settings = {
    ...{ PARTNERSHIP: file, SECRET_KEY: '5e'.repeat(32), DATABASE_URL: database.url, DEMO_CLOCK: '' },
    ...{ SMTP_URL: mail.url, MAIL_FROM: 'unstuck@testshire.example', PUBLIC_URL: 'http://unstuck.test' },
  }
  // At once, on an empty database: one of them applies the file.
  ;[web, worker] = await Promise.all([
    startProduct({ ...settings, ROLE: 'web' }),
    startProduct({ ...settings, ROLE: 'worker' }),
  ])
})
afterAll(async () => {
  await Promise.all([web.tearDown(), worker.tearDown()])
  await mail.stop()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function takenUp(version: number): Promise<void> {
  const deadline = performance.now() + 10_000
  const seen = (product: Product) => product.output().includes(`"version":${version},"event":"partnership-taken-up"`)
  while (!(seen(web) && seen(worker)) && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect([seen(web), seen(worker)]).toEqual([true, true])
}

/** A message as a use case says it, which the worker delivers. */
async function say(key: string): Promise<() => Promise<string | undefined>> {
  const { db, close } = openDatabase(database.url, 2)
  const to = PersonId.parse('sam')
  const at = new Date()
  const message = {
    key,
    to,
    meantFor: to,
    card: card('Something waits', []),
    about: { subject: 'person', id: to } as const,
  }
  await baseTx(db, { at }).say({ ...message, notBefore: at, urgent: true })
  return async () => {
    for (let state = 'waiting'; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const row = await db.selectFrom('outbox').select('state').where('key', '=', key).executeTakeFirst()
      state = row?.state ?? ''
      if (state !== 'waiting' && state !== 'sending') return close().then(() => state)
    }
  }
}

it('applies the file once, no matter which process starts first', async () => {
  const { db, close } = openDatabase(database.url, 1)
  expect((await createPartnershipVersions(db).all()).map(({ version, how }) => [version, how])).toEqual([[1, 'start']])
  await close()
})

it('knows who joins by a file of people within seconds, in web and worker, and nobody who leaves', async () => {
  const browser = newBrowser({ address: web.url, logged: [], close: () => Promise.resolve() })
  await browser.ask(sam)
  expect(mail.emailsTo(sam)).toEqual([])

  expect(await web.run('partnership', 'apply', people, '--yes')).toContain('Sam Okafor')
  await takenUp(2)
  await browser.ask(sam)
  expect((await browser.enter(await linkFor(mail, sam))).location).toBe('/')
  expect((await browser.send('/')).text).toContain('Sam Okafor')
  expect(await (await say('to-sam'))()).toBe('sent')
  await mail.waitFor(sam, ({ subject }) => subject !== 'Sign in to Unstuck')

  const exported = await web.run('partnership', 'export')
  const { csrf } = await browser.send('/ask?ask={"ask":"open-away"}')
  expect(csrf).not.toBe('')
  await writeFile(file, testshire)
  expect(await web.run('partnership', 'apply', file, '--yes')).toContain('Sam Okafor (sam) leaves Testshire Trust.')
  await takenUp(3)
  const away = { ask: '{"ask":"set-away"}', from: '2026-12-01', until: '2026-12-02', _csrf: csrf }
  expect(await browser.send('/ask', away)).toMatchObject({ status: 403 })
  expect((await browser.send('/')).location).toBe('/sign-in')
  expect(await (await say('to-sam-again'))()).toBe('withdrawn')

  expect(exported).toContain('id: sam')
  for (const product of [web, worker]) expect(product.output()).not.toMatch(/Okafor|sam@/)
})

it('starts with the newest version, and says that the file differs', async () => {
  await writeFile(file, testshire.replace('Testshire Trust', 'Testshire NHS Trust'))
  await web.stop()
  await web.startAgain()

  expect(web.output()).toContain('"version":3,"readable":true,"event":"partnership-file-differs"')
  expect(web.output()).toContain('to apply it: npm run partnership -- apply FILE')

  await writeFile(file, 'people: nobody')
  await web.stop()
  await web.startAgain()
  expect(web.output()).toContain('has mistakes, so nothing was changed in version 3')
  expect(await web.run('partnership', 'export')).toBe(testshire)
})

it(
  'is not ready beside a version that it cannot read, says which, and does not start again',
  { timeout: 120_000 },
  async () => {
    const { db, close } = openDatabase(database.url, 1)
    const newest = db.selectFrom('partnership_versions').selectAll().orderBy('version', 'desc').limit(1)
    const { left_partnership, ...row } = await newest.executeTakeFirstOrThrow()
    const version = row.version + 1
    const unreadable = { ...row, version, text: 'written: by a newer program' }
    const values = { ...unreadable, left_partnership: JSON.stringify(left_partnership) }
    await db.insertInto('partnership_versions').values(values).execute()
    await close()

    const says = `Version ${version} of the partnership cannot be read by this program. Start the newer program that applied it.`
    const ready = await until(web, 503)
    // a web process hands nothing to the queue, and says nothing of it
    expect(await ready.json()).toEqual({ database: true, wrong: says })
    expect((await fetch(`${web.url}/health`)).status).toBe(200)
    await web.stop()
    expect(await web.isRefused({})).toContain(`${says}\nversion ${version} of the partnership line 1`)
  },
)

async function until({ url }: Product, status: number): Promise<Response> {
  for (const deadline = performance.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await fetch(`${url}/ready`)
    if (answer.status === status || performance.now() > deadline) return answer
  }
}
