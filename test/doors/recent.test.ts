import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { recent } from '../../doors/recent.ts'

it('remembers a value, and forgets it when told', () => {
  const values = recent<number>({ forMs: 60_000, atMost: 10 })
  values.set('a', 1)
  expect(values.get('a')).toBe(1)

  values.delete('a')
  expect(values.get('a')).toBeUndefined()
})

it('has forgotten a value after twice the time', async () => {
  const values = recent<number>({ forMs: 20, atMost: 10 })
  values.set('a', 1)
  await pause(45)

  expect(values.get('a')).toBeUndefined()
})

it('holds no more than it may, the newest rather than the oldest', () => {
  const values = recent<number>({ forMs: 60_000, atMost: 10 })
  const keys = Array.from({ length: 100 }, (_, at) => `key ${at}`)
  keys.forEach((key, at) => values.set(key, at))
  const kept = keys.filter((key) => values.get(key) !== undefined)

  expect(kept.length).toBeLessThanOrEqual(10)
  expect(kept).toContain('key 99')
})
