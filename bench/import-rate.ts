/**
 * Rows a second of an import, into a database and a second time unchanged, beside the reading of the same files by
 * csv-parse alone, in the same run on the same machine: `node --import tsx bench/import-rate.ts [CHILDREN]`.
 */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { realClock } from '../adapters/clock/real-clock.ts'
import { openDatabase } from '../adapters/postgres/schema/database.ts'
import { startLocalPostgres } from '../adapters/postgres/local/start-local-postgres.ts'
import { migrate } from '../adapters/postgres/schema/migrate.ts'
import { inventReturn } from '../adapters/statutory-returns/invent-return.ts'
import { createLog } from '../adapters/telemetry/log.ts'
import { demonstrationStaff } from '../bin/wiring/invent-children.ts'
import { importReturn } from '../bin/wiring/import-return.ts'
import { loadPartnership } from '../bin/config/load-partnership.ts'
import { asDay } from '../src/calendar/day.ts'

const children = Number(process.argv[2] ?? 2_675)
const asOf = asDay('2026-03-31')
const folder = await mkdtemp(join(tmpdir(), 'unstuck-import-rate-'))
const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-import-rate-data-'))
const files = Object.entries(inventReturn({ seed: 1, children, asOf, ...demonstrationStaff }))
for (const [name, words] of files) await writeFile(join(folder, name), words)

const local = await startLocalPostgres({ dataDir, log: createLog('silent') })
try {
  await migrate(local.url)
  const opened = openDatabase(local.url)
  const partnership = await loadPartnership(undefined)
  const world = { opened, partnership: () => partnership, clock: realClock, secretKey: 'ab'.repeat(32) }

  const rows = await parsedAlone()
  const alone = await seconds(parsedAlone)
  const first = await seconds(imported)
  const again = await seconds(imported)
  await opened.close()

  console.log(`${children} children, ${rows} rows`)
  print('csv-parse alone', alone)
  print('import', first)
  print('the same again', again)
  console.log(`Import over csv-parse alone: ${(alone / first).toFixed(3)} of its rate.`)

  function print(what: string, took: number): void {
    console.log(
      `${what.padEnd(18)}${took.toFixed(2).padStart(8)} s ${String(Math.round(rows / took)).padStart(9)} rows/s`,
    )
  }

  async function imported(): Promise<void> {
    const report = await importReturn(world, { folder, asOf, dryRun: false, progressed: () => undefined })
    if ('problem' in report) throw new Error(report.problem)
  }
} finally {
  await local.stop()
  await rm(folder, { recursive: true })
  await rm(dataDir, { recursive: true })
}

async function parsedAlone(): Promise<number> {
  let rows = 0
  for (const [name] of files) {
    const parser = createReadStream(join(folder, name)).pipe(parse())
    for await (const row of parser) if (row) rows += 1
    rows -= 1
  }
  return rows
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
