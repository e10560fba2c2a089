import { expect, it } from 'vitest'
import { noteCalls } from '../../doors/last-call.ts'

const codeOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')

it('notes how the last call went, and passes on what it came to', async () => {
  const calls = noteCalls(codeOf)
  expect(calls.last()).toEqual({ last: 'not-used-yet' })

  await expect(calls.note(Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(calls.last()).toEqual({ last: 'failed', code: 'refused' })

  expect(await calls.note(Promise.resolve(7))).toBe(7)
  expect(calls.last()).toEqual({ last: 'ok' })
})
