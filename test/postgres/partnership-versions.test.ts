/** Versions are kept in order, one at a time, and what each changed is a fact. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changed, read, testshire } from '../support/testshire.ts'
import { startVersions } from '../support/versions.ts'

let t: Awaited<ReturnType<typeof startVersions>>
beforeEach(async () => (t = await startVersions()))
afterEach(() => t.close())

const second = changed('Testshire Trust', 'Testshire NHS Trust').replace(
  / {2}- \{ id: iro/,
  '  - { phone: 01632 960123, id: iro',
)
const facts = () => t.db.selectFrom('facts').selectAll().orderBy('seq').execute()

it('keeps what was written, word for word, and the fact of it with its counts and no name', async () => {
  await t.applyText(testshire, 'start')
  t.knows(1)
  await t.applyText(second)

  expect(await t.versions.newestNumber()).toBe(2)
  expect((await t.versions.newest())?.text).toBe(second)
  expect((await t.versions.one(1))?.text).toBe(testshire)
  expect(await t.versions.one(3)).toBeUndefined()
  expect((await t.versions.lastOfStart())?.version).toBe(1)
  expect((await t.versions.all()).map(({ version, how, counts }) => [version, how, counts])).toEqual([
    [2, 'terminal', { joined: 0, left: 0, changed: 1 }],
    [1, 'start', { joined: 6, left: 0, changed: 0 }],
  ])
  const [first, next] = await facts()
  expect(first).toMatchObject({ fact: 'partnership-applied', by: null, partnership_version: null })
  expect(next).toMatchObject({
    data: { version: 2, how: 'terminal', joined: 0, left: 0, changed: 1 },
    partnership_version: 1,
  })
  expect(JSON.stringify([first, next])).not.toMatch(/Rooke|testshire/)
})

it('of two that are applied at once, keeps one, and leaves nothing of the other', async () => {
  await t.applyText(testshire)
  for (let version = 2; version <= 6; version++) {
    const both = [changed('Testshire Trust', `A ${version}`), changed('Testshire Trust', `B ${version}`)]
    const answers = await Promise.all(both.map((text) => t.applyText(text)))
    const refused = answers.filter(({ kind }) => kind === 'refusal')

    expect(refused.length).toBeLessThan(2)
    expect(await t.versions.newestNumber()).toBe((await facts()).length)
  }
})

it('refuses what was compared with a version that is no longer the newest', async () => {
  await t.applyText(testshire)
  const newest = await t.versions.newest()
  const applying = { how: 'terminal', newest, before: read(testshire) } as const
  const one = { ...applying, text: second, partnership: read(second) }

  expect(await Promise.all([t.apply(one), t.apply(one)])).toContainEqual({
    kind: 'refusal',
    reason: 'partnership-has-changed',
  })
  expect(await t.versions.newestNumber()).toBe(2)
  expect(await facts()).toHaveLength(2)
})

it('remembers who has left over all versions, until they are back', async () => {
  const without = changed(/ {2}- \{ id: colleague.*\n/.exec(testshire)?.[0] ?? '', '').replace(
    ', deputy: colleague',
    '',
  )
  await t.applyText(testshire)
  await t.applyText(without)
  await t.applyText(without + '# again\n')
  expect((await t.versions.newest())?.left.people).toEqual([{ id: 'colleague', name: 'Hugo Pennell', agency: 'trust' }])

  await t.applyText(testshire)
  expect((await t.versions.newest())?.left.people).toEqual([])
})
