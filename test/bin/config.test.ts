import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../bin/config/config.ts'
import { Settings } from '../../bin/config/settings.ts'

const key = '0123456789abcdef'.repeat(4)
const anId = '00000000-0000-4000-8000-000000000001'
const real = { PARTNERSHIP: 'ours.yaml', SECRET_KEY: key }

describe('without settings', () => {
  it('is the demonstration on this machine', () => {
    expect(readConfig({})).toEqual({
      config: {
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://localhost:3000',
        dataDir: './data',
        role: 'both',
        logLevel: 'info',
        nudges: 'live',
        teamsLocal: false,
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
  [
    'older keys, in any way that they are written',
    { ...real, SECRET_KEYS_OLD: `${'AB'.repeat(32)}, ${'cd'.repeat(32)}` },
    { secretKey: key, oldSecretKeys: ['ab'.repeat(32), 'cd'.repeat(32)] },
  ],
  ['older keys in the demonstration', { SECRET_KEYS_OLD: key }, { oldSecretKeys: [key] }],
  ['live nudges by decision', { ...real, NUDGES: 'live' }, { nudges: 'live' }],
  [
    "the demonstration's clock",
    { DEMO_CLOCK: '2026-06-01T10:00:00+01:00' },
    { demoClock: new Date('2026-06-01T09:00:00Z') },
  ],
  [
    'Slack',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:4000/api/' },
    {
      slack: {
        apps: [{ name: 'slack', botToken: 'xoxb-1', signingSecret: 's' }],
        apiUrl: 'http://127.0.0.1:4000/api/',
      },
    },
  ],
  [
    'Slack in Socket Mode',
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' },
    { slack: { apps: [{ name: 'slack', botToken: 'xoxb-1', appToken: 'xapp-1' }] } },
  ],
  [
    'an app of Slack that is installed',
    { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c', SLACK_SIGNING_SECRET: 's', PUBLIC_URL: 'https://x.example' },
    { slack: { apps: [], oauth: { clientId: '1.2', clientSecret: 'c', signingSecret: 's' } } },
  ],
  [
    'Teams',
    { MicrosoftAppId: anId, MicrosoftAppPassword: 'p', MicrosoftAppTenantId: anId },
    { teams: { appId: anId, appPassword: 'p', appTenantId: anId, appType: 'SingleTenant' } },
  ],
  [
    'Teams of many tenants',
    { MicrosoftAppId: anId, MicrosoftAppPassword: 'p', MicrosoftAppType: 'MultiTenant' },
    { teams: { appType: 'MultiTenant' } },
  ],
  [
    'Graph',
    { GRAPH_TENANT_ID: anId, GRAPH_CLIENT_ID: anId, GRAPH_CLIENT_SECRET: 's', GRAPH_ORGANISER: anId },
    { graph: { tenantId: anId, clientId: anId, clientSecret: 's', organiser: anId } },
  ],
  [
    'mail',
    { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'unstuck@x.example' },
    { mail: { smtpUrl: 'smtp://127.0.0.1:2525', from: 'unstuck@x.example' } },
  ],
  [
    'a service',
    { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db/x', REDIS_URL: 'redis://r', ROLE: 'worker', ...real },
    { databaseUrl: 'postgres://u:p@db/x', redisUrl: 'redis://r', role: 'worker' },
  ],
])('reads %s', (_, env, config) => {
  expect(readConfig(env)).toMatchObject({ config })
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
  [
    'an older key that is none',
    { ...real, SECRET_KEYS_OLD: `${'ab'.repeat(32)},` },
    ['SECRET_KEYS_OLD: expected 64 hexadecimal digits, or several such keys with commas between.'],
  ],
  [
    'the key among the older ones',
    { ...real, SECRET_KEYS_OLD: `${'ab'.repeat(32)},${key.toUpperCase()}` },
    ['SECRET_KEYS_OLD: SECRET_KEY is among them; give only the keys that it replaces.'],
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
  [
    'a bot token beside an app that is installed',
    {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_SIGNING_SECRET: 's',
      SLACK_BOT_TOKEN: 'xoxb-1',
      PUBLIC_URL: 'https://x.example',
    },
    ['SLACK_BOT_TOKEN: an app that workspaces install gets a token from each of them.'],
  ],
  [
    'half of Teams',
    { MicrosoftAppId: anId },
    [
      "MicrosoftAppPassword: needed with Teams' other settings.",
      'MicrosoftAppTenantId: needed unless MicrosoftAppType is MultiTenant.',
    ],
  ],
  [
    'half of Graph',
    { GRAPH_TENANT_ID: anId, GRAPH_CLIENT_ID: anId, GRAPH_CLIENT_SECRET: 's' },
    ["GRAPH_ORGANISER: needed with Graph's other settings."],
  ],
  [
    'mail of a partnership whose address nobody knows',
    { ...real, SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'unstuck@x.example' },
    ['PUBLIC_URL: needed with SMTP_URL, because emails link to it.'],
  ],
  [
    'an open door for the Playground in a real partnership',
    { ...real, TEAMS_LOCAL: '1' },
    ['TEAMS_LOCAL: only for the demonstration, so not with PARTNERSHIP.'],
  ],
  ['a partnership without a key', { PARTNERSHIP: 'ours.yaml' }, ['SECRET_KEY: needed with PARTNERSHIP.']],
  [
    'a moved clock for a real partnership',
    { ...real, DEMO_CLOCK: '2026-06-01T09:00:00Z' },
    ['DEMO_CLOCK: only for the demonstration, so not with PARTNERSHIP.'],
  ],
])('names %s', (_, env, problems) => {
  expect(readConfig(env)).toEqual({ problems })
})

it('never repeats what was given, which may be a secret', () => {
  const names = Object.keys(Settings.shape).filter(
    (name) => !['DATA_DIR', 'PARTNERSHIP', 'SETTINGS', 'NODE_ENV'].includes(name),
  )
  const env = Object.fromEntries(names.map((name) => [name, 'hunter two']))

  const read = readConfig(env)

  expect(JSON.stringify(read)).not.toContain('hunter')
  expect('problems' in read && read.problems.slice(0, names.length).map((problem) => problem.split(':')[0])).toEqual(
    names,
  )
})

const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db/x', ...real }
const byEmail = { SMTP_URL: 'smtp://mail.example:587', MAIL_FROM: 'unstuck@x.example' }

describe('settings that are taken and cannot work', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a path', { PUBLIC_URL: 'https://council.example/unstuck' }, /^PUBLIC_URL: expected an address without a path/],
    ['a path with a slash', { PUBLIC_URL: 'https://council.example/unstuck/' }, /^PUBLIC_URL: .*without a path/],
    ['a query', { PUBLIC_URL: 'https://council.example/?a=b' }, /^PUBLIC_URL: .*without a path/],
    ['a path behind a backslash', { PUBLIC_URL: 'https://council.example\\unstuck' }, /^PUBLIC_URL: .*without a path/],
    ['an empty query', { PUBLIC_URL: 'https://council.example/?' }, /^PUBLIC_URL: .*without a path/],
    ['a name', { PUBLIC_URL: 'https://a@council.example' }, /^PUBLIC_URL: .*a name or a password/],
    ['two addresses', { PUBLIC_URL: 'https://a.example,https://b.example' }, /^PUBLIC_URL: expected/],
    ['no https://', { PUBLIC_URL: 'council.example' }, /^PUBLIC_URL: expected an address such as/],
    ['another protocol', { PUBLIC_URL: 'ftp://council.example' }, /^PUBLIC_URL: expected an address such as/],
    ['quotation marks', { PUBLIC_URL: '"https://council.example"' }, /^PUBLIC_URL: expected an address such as/],
    ['no such port', { PUBLIC_URL: 'https://council.example:99999' }, /^PUBLIC_URL: expected an address such as/],
    ['no host', { PUBLIC_URL: 'https://' }, /^PUBLIC_URL: expected an address such as/],
    ['a host of a full stop', { PUBLIC_URL: 'https://.' }, /^PUBLIC_URL: .*people can open/],
    ['a template', { PUBLIC_URL: 'https://${HOST}' }, /^PUBLIC_URL: .*people can open/],
    ['any host', { PUBLIC_URL: 'https://*.example' }, /^PUBLIC_URL: .*people can open/],
    ['what a server listens on', { PUBLIC_URL: 'http://0.0.0.0:3000' }, /^PUBLIC_URL: .*people can open/],
    ['the same of IPv6', { PUBLIC_URL: 'http://[::]:3000' }, /^PUBLIC_URL: .*people can open/],
    ['a fragment', { PUBLIC_URL: 'https://council.example/#a' }, /^PUBLIC_URL: .*without a path/],
    ['a name and password', { PUBLIC_URL: 'https://a:b@council.example' }, /^PUBLIC_URL: .*without a path/],
    ['http', { ...production, ...byEmail, PUBLIC_URL: 'http://x.example' }, /^PUBLIC_URL: expected https/],
    ['HTTP', { ...production, ...byEmail, PUBLIC_URL: 'HTTP://x.example' }, /^PUBLIC_URL: expected https/],
    [
      'an installation without an address',
      { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c', SLACK_SIGNING_SECRET: 's' },
      /^PUBLIC_URL: needed to let workspaces install the app/,
    ],
    ['the demonstration without a worker', { ROLE: 'web' }, /^ROLE: expected both without PARTNERSHIP/],
    [
      'the demonstration elsewhere',
      { DATABASE_URL: 'postgres://u:p@db.example/x' },
      /^PARTNERSHIP: needed with a DATABASE_URL/,
    ],
    ['too few connections', { DATABASE_CONNECTIONS: '1' }, /^DATABASE_CONNECTIONS: expected a number from 4 to 500/],
  ])('are refused: %s', (_, env, says) => {
    expect(readConfig(env)).toMatchObject({ problems: [expect.stringMatching(says) as string] })
  })

  it.each<[string, Record<string, string>]>([
    ['an address with a port', { PUBLIC_URL: 'https://unstuck.council.example:8443' }],
    ['https', { ...production, ...byEmail, PUBLIC_URL: 'https://x.example' }],
    ['the demonstration here', { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/x' }],
    ['the demonstration by a socket', { DATABASE_URL: 'postgres:///x?host=/var/run/postgresql' }],
    [
      'ids in capital letters',
      {
        MicrosoftAppId: '0E94DC2C-5FB6-0000-F000-00000000ABCD',
        MicrosoftAppPassword: 'p',
        MicrosoftAppType: 'MultiTenant',
      },
    ],
  ])('are others than %s', (_, env) => {
    expect(readConfig(env)).toHaveProperty('config')
  })
})

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8').replaceAll(/^#(?=\w+=)/gm, '')
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

describe('the settings file', () => {
  const two = `slack:
  - { name: council, appId: A1, workspace: T1, botToken: xoxb-1, signingSecret: s1 }
  - { name: police, appId: A2, workspace: T2, botToken: xoxb-2, appToken: xapp-2 }
`

  it('has an app of Slack for each workspace', () => {
    expect(readConfig({}, two)).toMatchObject({
      config: {
        slack: {
          apps: [
            { name: 'council', appId: 'A1' },
            { name: 'police', appToken: 'xapp-2' },
          ],
        },
      },
    })
  })

  it.each([
    ['twice the same app', two.replace('A2', 'A1'), 'settings.yaml slack.1.appId: another app has the same one'],
    [
      'an app without a workspace',
      two.replace('workspace: T1, ', ''),
      'settings.yaml line 2, slack.0: expected an appId and a workspace',
    ],
    [
      'an app without a secret',
      two.replace(', signingSecret: s1', ''),
      'settings.yaml line 2, slack.0: expected a signingSecret or an appToken',
    ],
    [
      'a token with a space',
      two.replace('xoxb-2', 'xoxb 2'),
      'settings.yaml line 3, slack.1.botToken: expected a text without spaces',
    ],
  ])('is refused with %s', (_, file, problem) => {
    expect(readConfig({ SETTINGS: 'settings.yaml' }, file)).toEqual({ problems: [problem] })
  })
})

describe('the public address is kept as browsers write it', () => {
  it.each([
    ['HTTPS://Council.Example', 'https://council.example'],
    ['https://council.example//', 'https://council.example'],
    ['https://council.example:443/', 'https://council.example'],
    ['http://council.example:80', 'http://council.example'],
    ['https://council.example:8443', 'https://council.example:8443'],
    [' https://council.example\n', 'https://council.example'],
    ['https:/council.example', 'https://council.example'],
    ['https://council.example:', 'https://council.example'],
    ['https://council.example/..', 'https://council.example'],
    ['https://coun\u200bcil.example', 'https://council.example'],
    ['https://m\u00fcller.example', 'https://xn--mller-kva.example'],
    ['https://[2001:DB8::1]:3000', 'https://[2001:db8::1]:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['https://council_a.example', 'https://council_a.example'],
  ])('%j', (given, kept) => {
    expect(Settings.shape.PUBLIC_URL.parse(given)).toBe(kept)
  })
})
