import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { redisServer } from '../support/found.ts'
import { startRedis } from '../support/redis.ts'

describe('what this machine has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unstuck-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const program = join(folder, 'redis-server')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })

  it.each([
    ['on the search path', { PATH: folder }, program],
    ['nowhere', { PATH: '/nowhere' }, undefined],
    ['named', { PATH: '/nowhere', UNSTUCK_REDIS_SERVER: program }, program],
    ['said to be missing', { PATH: folder, UNSTUCK_REDIS_SERVER: '' }, undefined],
  ])('redis-server %s', (_, env, expected) => {
    const code = `import('./bin/launch/find-programs.mjs').then(({ redisServer }) => console.log(redisServer))`
    const printed = execFileSync(process.execPath, ['-e', code], { env, encoding: 'utf8' })

    expect(printed.trim()).toBe(String(expected))
  })
})

describe.runIf(redisServer)('a Redis for a suite', () => {
  it('starts empty and stops', async () => {
    const redis = await startRedis()

    expect(redis.url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/)
    await redis.stop()
  })
})
