import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GivenPartnership } from '../../bin/config/load-partnership.ts'
import { CannotStartError } from '../../doors/cannot-start.ts'
import { partnershipInForce } from '../../bin/wiring/partnership-in-force.ts'
import { silentLog } from '../support/silent-log.ts'
import { changed, read, testshire } from '../support/testshire.ts'
import { startVersions } from '../support/versions.ts'

let t: Awaited<ReturnType<typeof startVersions>>
let logged: unknown[]
beforeEach(async () => {
  t = await startVersions()
  logged = []
})
afterEach(() => t.close())

const given = (text: string): GivenPartnership => ({ text, partnership: read(text) })
const mistaken: GivenPartnership = { problems: ['partnership.yaml line 1: expected object'] }
const other = changed('Testshire Trust', 'Testshire NHS Trust')

const start = (file: GivenPartnership, demonstration = false) =>
  partnershipInForce({
    ...{ given: file, demonstration, versions: t.versions, store: t.store, clock: t.clock },
    log: { ...silentLog, warn: (event, ids) => void logged.push([event, ids]) },
  })

const texts = async () => {
  const all = await t.versions.all()
  return Promise.all(all.map(async ({ version }) => (await t.versions.one(version))?.text))
}

describe('a real partnership', () => {
  it('begins with the file that its first start was given, also where several start at once', async () => {
    const started = await Promise.all([start(given(testshire)), start(given(testshire)), start(given(testshire))])

    expect(started.map(({ first, note }) => [first.version, note])).toEqual([1, 1, 1].map((one) => [one, undefined]))
    expect(await texts()).toEqual([testshire])
    expect(logged).toEqual([])
  })

  it('does not begin with a file that has mistakes', async () => {
    await expect(start(mistaken)).rejects.toThrow('partnership.yaml line 1: expected object')
  })

  it.each([
    ['differs', given(other), true],
    ['has mistakes', mistaken, false],
  ])('starts with its newest version and says so, where the file %s', async (says, file, readable) => {
    await start(given(testshire))
    const { first, note } = await start(file)

    expect(first.agencies[1]?.name).toBe('Testshire Trust')
    expect(note).toContain(says)
    expect(logged).toEqual([['partnership-file-differs', { version: 1, readable }]])
    expect(await texts()).toEqual([testshire])
  })

  it.each([
    ['is as it was', given(testshire)],
    ['differs', given(other)],
    ['has mistakes', mistaken],
  ])('does not start where it cannot read the newest version, and the file %s', async (_, file) => {
    await start(given(testshire))
    const text = 'written: by a later program'
    await t.db.updateTable('partnership_versions').set({ text }).execute()

    const started = expect(start(file)).rejects
    await started.toThrow(
      'Version 1 of the partnership cannot be read by this program. Start the newer program that applied it.\n' +
        'version 1 of the partnership line 1, name: ',
    )
    await expect(start(file)).rejects.toBeInstanceOf(CannotStartError)
    expect(await texts()).toEqual([text])
  })
})

describe('the demonstration', () => {
  it('applies its own file whenever it has changed, and keeps what somebody tried out until then', async () => {
    await start(given(testshire), true)
    await start(given(testshire), true)
    await t.applyText(other)
    expect((await start(given(testshire), true)).first.version).toBe(2)

    const third = `${testshire}# changed\n`
    expect((await start(given(third), true)).first.version).toBe(3)
    expect(await texts()).toEqual([third, other, testshire])
    expect(logged).toEqual([])
  })
})
