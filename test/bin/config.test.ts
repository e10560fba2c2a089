import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig, Settings } from '../../bin/config.ts'

const key = '0123456789abcdef'.repeat(4)
const real = { PARTNERSHIP: 'ours.yaml', SECRET_KEY: key }

describe('without settings', () => {
  it('is the demonstration on this machine', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        dataDir: './data',
        role: 'both',
        logLevel: 'info',
        nudges: 'live',
      },
    })
  })

  it('takes an empty setting for none', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: '' })).toEqual(readConfig({}))
  })
})

it.each<[string, Record<string, string>, object]>([
  [
    'a port, and the address that follows from it',
    { PORT: '8080' },
    { port: 8080, publicUrl: 'http://localhost:8080' },
  ],
  ['an address without its last slash', { PUBLIC_URL: 'https://x.example/' }, { publicUrl: 'https://x.example' }],
  ['nudges in shadow for a real partnership', real, { nudges: 'shadow', partnershipFile: 'ours.yaml', secretKey: key }],
  ['live nudges by decision', { ...real, NUDGES: 'live' }, { nudges: 'live' }],
  [
    "the demonstration's clock",
    { DEMO_CLOCK: '2026-06-01T10:00:00+01:00' },
    { demoClock: new Date('2026-06-01T09:00:00Z') },
  ],
  [
    'Slack',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:4000/api/' },
    { slack: { botToken: 'xoxb-1', signingSecret: 's', apiUrl: 'http://127.0.0.1:4000/api/' } },
  ],
  [
    'a service',
    { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db/x', REDIS_URL: 'redis://r', ROLE: 'worker', ...real },
    { databaseUrl: 'postgres://u:p@db/x', redisUrl: 'redis://r', role: 'worker' },
  ],
])('reads %s', (_, env, config) => {
  expect(readConfig(env)).toMatchObject({ ok: true, config })
})

it.each<[string, Record<string, string>, string[]]>([
  [
    'everything at once',
    { PORT: '70000', ROLE: 'boss', DATABASE_URL: 'mysql://x', REDIS_URL: 'x', LOG_LEVEL: 'loud', DEMO_CLOCK: 'today' },
    [
      'PORT: expected a number from 0 to 65535.',
      'DATABASE_URL: expected an address such as postgres://user:password@host:5432/name.',
      'REDIS_URL: expected an address such as redis://host:6379.',
      'ROLE: expected one of both, web, worker.',
      'LOG_LEVEL: expected one of debug, info, warn, error, silent.',
      'DEMO_CLOCK: expected an instant such as 2026-06-01T09:00:00Z.',
    ],
  ],
  [
    'what production demands, beside what is malformed',
    { NODE_ENV: 'production', PORT: 'x' },
    [
      'PORT: expected a number from 0 to 65535.',
      'DATABASE_URL: needed with NODE_ENV=production.',
      'SECRET_KEY: needed with NODE_ENV=production.',
      'PARTNERSHIP: needed with NODE_ENV=production.',
    ],
  ],
  ['half of Slack', { SLACK_BOT_TOKEN: 'xoxb-1' }, ["SLACK_SIGNING_SECRET: needed with Slack's other settings."]],
  [
    'an address of Slack alone',
    { SLACK_API_URL: 'http://x' },
    [
      "SLACK_BOT_TOKEN: needed with Slack's other settings.",
      "SLACK_SIGNING_SECRET: needed with Slack's other settings.",
    ],
  ],
  ['a partnership without a key', { PARTNERSHIP: 'ours.yaml' }, ['SECRET_KEY: needed with PARTNERSHIP.']],
  [
    'a moved clock for a real partnership',
    { ...real, DEMO_CLOCK: '2026-06-01T09:00:00Z' },
    ['DEMO_CLOCK: only for the demonstration, so not with PARTNERSHIP.'],
  ],
])('names %s', (_, env, problems) => {
  expect(readConfig(env)).toEqual({ ok: false, problems })
})

it('never repeats what was given, which may be a secret', () => {
  const names = Object.keys(Settings.shape).filter((name) => !['DATA_DIR', 'PARTNERSHIP', 'NODE_ENV'].includes(name))
  const env = Object.fromEntries(names.map((name) => [name, 'hunter two']))

  const read = readConfig(env)

  expect(read).toMatchObject({ ok: false })
  expect(JSON.stringify(read)).not.toContain('hunter')
  expect(!read.ok && read.problems.map((problem) => problem.split(':')[0])).toEqual(names)
})

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8').replaceAll(/^#(?=[A-Z_]+=)/gm, '')
  const example = parseEnv(text) as Record<string, string>

  it('shows every setting', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(Settings.shape).sort())
  })

  it.each(Object.entries(Settings.shape))('shows a good %s', (name, schema) => {
    expect(schema.safeParse(example[name])).toMatchObject({ success: true })
  })

  it.each(['PORT', 'HOST', 'DATA_DIR', 'ROLE', 'LOG_LEVEL'] as const)('shows the default of %s', (name) => {
    expect(Settings.shape[name].parse(example[name])).toBe(Settings.shape[name].parse(undefined))
  })
})
