/** What was applied elsewhere is taken up, a last day passes, and a database that is away changes nothing. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { livingPartnership, type LivingParts, type LivingPartnership } from '../../jobs/living-partnership.ts'
import { readVersion } from '../../src/partnership/read-version.ts'
import type { KeptVersion } from '../../src/ports/partnership-versions.ts'
import { changed, read, testshire } from '../support/testshire.ts'
import { startVersions } from '../support/versions.ts'

let t: Awaited<ReturnType<typeof startVersions>>
let living: LivingPartnership
let logged: string[]
let away = false
beforeEach(async () => {
  t = await startVersions('2026-12-04T10:00:00Z')
  await t.applyText(testshire)
  logged = []
  away = false
})
afterEach(async () => {
  await living.stop()
  await t.close()
})

const partnershipOf = (kept: KeptVersion) => {
  const found = readVersion(kept)
  return 'partnership' in found ? found.partnership : undefined
}

function start(parts: Partial<LivingParts> = {}): void {
  const first = { ...read(), version: 1 }
  const note = (event: string) => void logged.push(event)
  const newestNumber = () => (away ? Promise.reject(new Error('away')) : t.versions.newestNumber())
  living = livingPartnership({
    ...{ first, read: partnershipOf, clock: t.clock, everyMs: 20 },
    versions: { ...t.versions, newestNumber },
    log: { info: note, warn: note, error: note },
    ...parts,
  })
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000
  while (!holds() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}

const ids = () => living.current().people.map(({ id }) => id as string)
const withSam = `${testshire}  - { id: sam, name: Sam Okafor, email: sam@testshire.example, agency: trust, roles: [lead] }\n`

it('takes a new version up, and says so once', async () => {
  start()
  expect(ids()).not.toContain('sam')
  await t.applyText(withSam)
  await until(() => ids().includes('sam'))

  expect(living.current().version).toBe(2)
  expect(logged).toEqual(['partnership-taken-up'])
})

it('still knows of somebody who left who they were, for whom they worked and who acts for them', async () => {
  start()
  await t.applyText(withSam.replace('sam@testshire.example,', 'sam@testshire.example, deputy: nurse,'))
  await t.applyText(testshire)
  await until(() => living.current().version === 3)

  expect(living.current().left).toEqual([{ id: 'sam', name: 'Sam Okafor', agency: 'trust', deputy: 'nurse' }])
})

it('keeps the last one that is known while the database is away, and says so once', async () => {
  start()
  away = true
  await t.applyText(withSam)
  await until(() => logged.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(logged).toEqual(['partnership-not-looked-up'])
  expect(ids()).not.toContain('sam')

  away = false
  await until(() => ids().includes('sam'))
})

it('stays with what it has where a version cannot be read, and knows which, until one can be read again', async () => {
  let newer = false
  start({ read: (kept) => (newer ? partnershipOf(kept) : undefined) })
  expect(living.unreadable()).toBeUndefined()
  await t.applyText(withSam)
  await until(() => logged.includes('partnership-not-readable'))
  await new Promise((resolve) => setTimeout(resolve, 100))

  expect(logged).toEqual(['partnership-not-readable'])
  expect(living.current().version).toBe(1)
  expect(living.unreadable()).toBe(2)

  newer = true
  await t.applyText(testshire)
  await until(() => living.current().version === 3)
  expect(living.unreadable()).toBeUndefined()
})

it('lets somebody go at the end of their last day, by the clocks of England', async () => {
  await t.applyText(changed('{ id: colleague,', '{ id: colleague, ends: 2026-12-04,'))
  start()
  await until(() => living.current().version === 2)
  expect(ids()).toContain('colleague')

  t.clock.moveTo(new Date('2026-12-04T23:59:59Z'))
  expect(ids()).toContain('colleague')
  t.clock.moveTo(new Date('2026-12-05T00:00:00Z'))
  expect(ids()).not.toContain('colleague')
  expect(living.current().left).toEqual([{ id: 'colleague', name: 'Hugo Pennell', agency: 'trust' }])
})
