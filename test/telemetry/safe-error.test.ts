import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { safeError } from '../../adapters/telemetry/safe-error.ts'
import { freshDatabase } from '../support/database.ts'

const canary = 'Wilhelmina Tuppence'

describe('an error of ours', () => {
  it('keeps its words, its place and its cause', () => {
    const safe = safeError(new Error('no room for 12 rows', { cause: new RangeError('12 is too many') }))

    expect(safe).toMatchObject({ name: 'Error', message: 'no room for 12 rows', cause: { message: '12 is too many' } })
    expect(safe.at?.[0]).toMatch(/test\/telemetry\/safe-error\.test\.ts:\d+:\d+/)
  })

  it('loses the password of an address', () => {
    expect(safeError(new Error('no answer from postgres://me:hidden@127.0.0.1/x')).message).toBe(
      'no answer from postgres://127.0.0.1/x',
    )
  })
})

describe('an error that may quote what somebody typed', () => {
  const rows: [string, () => unknown][] = [
    ['JSON that is none', () => JSON.parse(`{"said": ${canary}}`) as unknown],
    ['a key that is missing', () => (undefined as unknown as Record<string, string>)[canary]],
    ['a number that is none', () => BigInt(canary)],
    ['words that are thrown', () => raise(canary)],
    ['a request kept as a property', () => raise(Object.assign(new Error('refused'), { body: canary, code: canary }))],
    ['a message with lines like places', () => raise(fromLibrary(new Error(`x\n    at ${canary} (/${canary}:1:1)`)))],
    ['a name', () => raise(Object.assign(new Error('refused'), { name: canary }))],
    ['many at once', () => raise(new AggregateError([caught(() => JSON.parse(canary) as unknown)], 'several'))],
  ]

  it.each(rows)('%s', (_, act) => {
    expect(JSON.stringify(safeError(caught(act)))).not.toContain('Tuppence')
  })

  it('PostgreSQL, which quotes values and rows, says its code, table and constraint alone', async () => {
    const { url, drop } = await freshDatabase()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table child (name text constraint one_each unique)')
    const query = () => client.query('insert into child values ($1), ($1)', [canary])
    const twice = await query().catch((error: unknown) => safeError(error))
    const number = await client.query('select $1::text::int', [canary]).catch((error: unknown) => safeError(error))

    expect(twice).toMatchObject({ code: '23505', table: 'child', constraint: 'one_each' })
    expect(number).toMatchObject({ code: '22P02' })
    expect(JSON.stringify([twice, number])).not.toContain('Tuppence')
    await client.end()
    await drop()
  })
})

function caught(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error
  }
}

function raise(thrown: unknown): never {
  throw thrown
}

/** As if a library had made it: its message is not to be kept. */
function fromLibrary(error: Error): Error {
  error.stack = `Error: ${error.message}\n    at ask (/elsewhere/node_modules/client/ask.js:1:1)`
  return error
}
