import { expect, it } from 'vitest'
import { createLog, type LogLevel } from '../../adapters/telemetry/log.ts'
import type { LogIds } from '../../src/ports/log.ts'

function listening(level: LogLevel = 'info') {
  const lines: Record<string, unknown>[] = []
  const log = createLog(level, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) })
  return { log, lines }
}

it('writes one JSON object for each event', () => {
  const { log, lines } = listening()

  log.info('case-raised', { case: 'c1', agencies: 3 })

  expect(lines).toEqual([
    { level: 'info', time: expect.any(String) as string, event: 'case-raised', case: 'c1', agencies: 3 },
  ])
})

it('keeps to its level', () => {
  const { log, lines } = listening('error')
  log.info('case-raised')
  log.warn('late')
  log.error('failed', new Error('no database'))

  expect(lines).toMatchObject([{ event: 'failed', error: { name: 'Error', message: 'no database' } }])
})

it.each<[string, LogIds]>([
  ['under a name that promises words', { words: 'Wilhelmina', email: 'w@x.example', headers: 'Wilhelmina' }],
  ['too long for an id', { case: 'Wilhelmina '.repeat(30) }],
  ['as an object, past the types', { case: { name: 'Wilhelmina' } as unknown as string }],
  ['in an address', { address: 'redis://Wilhelmina:pw@127.0.0.1' }],
])('lets no words through: %s', (_, ids) => {
  const { log, lines } = listening()
  log.info('event', ids)

  expect(JSON.stringify(lines)).not.toMatch(/Wilhelmina|w@x/)
})
