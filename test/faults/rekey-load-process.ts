/** The product at work on a database whose secret key is exchanged: looks children up, reads, and raises cases. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../adapters/postgres/schema/database.ts'
import { createStore } from '../../adapters/postgres/transaction/store.ts'
import { sealsOf } from '../../adapters/postgres/transaction/seals.ts'
import { createVault } from '../../adapters/vault/vault.ts'
import { createAnswer } from '../../src/answer.ts'
import { PersonId } from '../../src/ids.ts'
import { byIdentifier } from '../support/children.ts'
import { aRaising, demonstration, formOf } from '../support/builders.ts'
import { identifierOf } from '../support/sealed-values.ts'

const { DATABASE_URL: url = '', SECRET_KEY: secretKey = '', SECRET_KEYS_OLD: older = '', CHILDREN = '0' } = process.env
const { db, close } = openDatabase(url, 3)
const store = createStore({ db, seals: sealsOf(createVault(secretKey, [older])), committed: () => undefined })
const clock = { now: () => new Date('2026-09-07T09:30:00Z') }
const answer = createAnswer({ store, clock, partnership: () => demonstration, newId: () => randomUUID() })
const by = PersonId.parse('practitioner')

const did = { looks: 0, reads: 0, raised: 0, wrong: [] as string[] }
const ending = new AbortController()
process.once('SIGTERM', () => ending.abort())

async function look(identifier: string): Promise<void> {
  const child = await store.look(clock.now(), (tx) => byIdentifier(tx, identifier))
  if (child?.identifier.reveal() !== identifier) did.wrong.push(`${identifier} is ${child ? 'another' : 'not'} found`)
  did.looks += 1
}

async function read(): Promise<void> {
  await store.look(clock.now(), async (tx) => {
    for (const one of (await tx.casesOf(by)).slice(0, 5)) {
      await tx.raisingsOf(one.id)
      await tx.requestsOf(one.id)
      await tx.actionsOf(one.id)
    }
  })
  did.reads += 1
}

async function raise(identifier: string): Promise<void> {
  const form = await answer({ ask: { ask: 'open-raise-case' }, by })
  if (form.kind !== 'form') throw new Error(form.kind)
  const given = { ...form.values, ...formOf({ ...aRaising, identifier }) }
  const raised = await answer({ ask: form.submit.ask, by, form: given })
  // Who raised this child before is asked to add to that.
  const before = raised.kind === 'form' && raised.submit.ask.ask === 'add-to-raising'
  if (raised.kind === 'done') did.raised += 1
  else if (!before) did.wrong.push(`${identifier}: ${raised.kind === 'refusal' ? raised.reason : raised.kind}`)
}

const randomChild = () => identifierOf(Math.floor(Math.random() * Number(CHILDREN)))

async function work(): Promise<void> {
  while (!ending.signal.aborted)
    try {
      for (let looks = 0; looks < 8; looks++) await look(randomChild())
      await raise(randomChild())
      await read()
      await pause(25) // leaves the machine something for the exchange
    } catch (error) {
      did.wrong.push(String(error))
    }
}

await once(process.stdin, 'data') // the database is being filled
process.stdin.destroy()
await work()
await close()
process.stdout.write(JSON.stringify(did))
