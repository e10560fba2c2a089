import { expect, it, onTestFinished, vi } from 'vitest'
import { startRelay } from '../../jobs/relay.ts'
import type { Sendable } from '../../jobs/sendable.ts'
import { MessageId } from '../../src/ids.ts'
import { silentLog } from '../support/silent-log.ts'

const never = 1_000_000
const message: Sendable = {
  id: MessageId.parse('3f2b8a52-6f5e-4e6a-9d0a-0d6f6a1f6a11'),
  platform: 'slack',
  urgent: true,
}

async function relayed(add: (messages: readonly Sendable[]) => Promise<void>) {
  const sentHere: Sendable[] = []
  const errors: string[] = []
  const relay = startRelay({
    sendable: () => Promise.resolve([message]),
    queues: { add },
    sendHere: (messages) => Promise.resolve(sentHere.push(...messages)),
    log: { ...silentLog, error: (event) => errors.push(event) },
    everyMs: never,
  })
  onTestFinished(() => relay.stop())
  await relay.settled()
  return { sentHere, errors }
}

it('hands what can be sent to the queue, and sends nothing by itself', async () => {
  const add = vi.fn(() => Promise.resolve())

  expect(await relayed(add)).toEqual({ sentHere: [], errors: [] })
  expect(add).toHaveBeenCalledWith([message])
})

it('sends by itself while the queue is away, and says so', async () => {
  const { sentHere, errors } = await relayed(() => Promise.reject(new Error('the queue is away')))

  expect(new Set(sentHere)).toEqual(new Set([message]))
  expect(new Set(errors)).toEqual(new Set(['queue-away']))
})
