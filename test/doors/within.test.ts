import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { NoAnswerError, within } from '../../doors/within.ts'

it('passes on what comes in time', async () => {
  await expect(within(1_000, Promise.resolve('done'))).resolves.toBe('done')
  await expect(within(1_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

it('gives up after the limit, and lets the work go on', async () => {
  const ended: string[] = []
  const work = pause(30).then(() => void ended.push('work'))

  await expect(within(5, work)).rejects.toEqual(new NoAnswerError('no answer within 5 ms'))
  expect(ended).toEqual([])
  await work
  expect(ended).toEqual(['work'])
})

it('says instead what is to be said when it is too late', async () => {
  await expect(within(5, new Promise<string>(() => undefined), () => 'later')).resolves.toBe('later')
})

it('does not ask what is to be said while there is an answer', async () => {
  const asked: string[] = []
  await within(5, Promise.resolve(), () => void asked.push('too late'))
  await pause(15)

  expect(asked).toEqual([])
})
