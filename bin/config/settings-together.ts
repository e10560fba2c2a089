/** What a setting alone cannot show: which of them need each other, and which exclude each other. */

import { isThisMachine } from '../../doors/this-machine.ts'

export type Given = Readonly<Partial<Record<string, string>>>

const graph = ['GRAPH_TENANT_ID', 'GRAPH_CLIENT_ID', 'GRAPH_CLIENT_SECRET', 'GRAPH_ORGANISER']
const teams = ['MicrosoftAppId', 'MicrosoftAppPassword']
const ofTeams = [
  ...teams,
  'MicrosoftAppTenantId',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToChannelFromBotLoginUrl',
]

/** `listed`: whether the settings file has apps of Slack. */
export function problemsBetween(given: Given, listed: boolean): readonly string[] {
  const {
    NODE_ENV,
    PUBLIC_URL,
    DATABASE_URL,
    ROLE,
    PARTNERSHIP,
    SECRET_KEY,
    SECRET_KEYS_OLD,
    DEMO_CLOCK,
    TEAMS_LOCAL,
    SMTP_URL,
  } = given
  const demanded = ['DATABASE_URL', 'SECRET_KEY', 'PARTNERSHIP']
  return [
    ...(NODE_ENV === 'production' ? absent(demanded, given, 'with NODE_ENV=production') : []),
    ...ofSlack(given, listed),
    ...together(ofTeams, teams, given, "with Teams' other settings"),
    ...(given['MicrosoftAppId'] && given['MicrosoftAppType'] !== 'MultiTenant'
      ? absent(['MicrosoftAppTenantId'], given, 'unless MicrosoftAppType is MultiTenant')
      : []),
    ...together([...graph, 'GRAPH_API_URL', 'GRAPH_LOGIN_URL'], graph, given, "with Graph's other settings"),
    ...together(['SMTP_URL', 'MAIL_FROM'], ['SMTP_URL', 'MAIL_FROM'], given, 'to send email'),
    ...(SMTP_URL && PARTNERSHIP ? absent(['PUBLIC_URL'], given, 'with SMTP_URL, because emails link to it') : []),
    ...(NODE_ENV === 'production' && SMTP_URL && PUBLIC_URL?.toLowerCase().startsWith('http:')
      ? ['PUBLIC_URL: expected https with NODE_ENV=production: people sign in by links to it.']
      : []),
    ...(ROLE === 'web' && !PARTNERSHIP
      ? ['ROLE: expected both without PARTNERSHIP: the demonstration is one process, whose clock moves its own worker.']
      : []),
    ...(DATABASE_URL && !PARTNERSHIP && NODE_ENV !== 'production' && isElsewhere(DATABASE_URL)
      ? [
          'PARTNERSHIP: needed with a DATABASE_URL on another machine: the demonstration would fill it with invented children.',
        ]
      : []),
    ...(PARTNERSHIP && !SECRET_KEY && NODE_ENV !== 'production' ? ['SECRET_KEY: needed with PARTNERSHIP.'] : []),
    ...(SECRET_KEY && SECRET_KEYS_OLD?.toLowerCase().includes(SECRET_KEY.toLowerCase())
      ? ['SECRET_KEYS_OLD: SECRET_KEY is among them; give only the keys that it replaces.']
      : []),
    ...(PARTNERSHIP && DEMO_CLOCK ? ['DEMO_CLOCK: only for the demonstration, so not with PARTNERSHIP.'] : []),
    ...(PARTNERSHIP && TEAMS_LOCAL ? ['TEAMS_LOCAL: only for the demonstration, so not with PARTNERSHIP.'] : []),
  ]
}

function ofSlack(given: Given, listed: boolean): string[] {
  const installed = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET']
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL } = given
  if (installed.some((name) => given[name]))
    return [
      ...absent([...installed, 'SLACK_SIGNING_SECRET', 'PUBLIC_URL'], given, 'to let workspaces install the app'),
      ...(SLACK_BOT_TOKEN ? ['SLACK_BOT_TOKEN: an app that workspaces install gets a token from each of them.'] : []),
    ]
  const some = SLACK_BOT_TOKEN ?? SLACK_SIGNING_SECRET ?? SLACK_APP_TOKEN ?? (listed ? undefined : SLACK_API_URL)
  const needed = SLACK_APP_TOKEN ? ['SLACK_BOT_TOKEN'] : ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']
  return some ? absent(needed, given, "with Slack's other settings") : []
}

/** On another machine; a socket of this one has no host. */
function isElsewhere(database: string): boolean {
  if (!/^postgres(ql)?:/i.test(database) || !URL.canParse(database)) return false
  const { hostname } = new URL(database)
  return hostname !== '' && !isThisMachine(`http://${hostname}`)
}

const together = (some: readonly string[], all: readonly string[], given: Given, when: string): string[] =>
  some.some((name) => given[name]) ? absent(all, given, when) : []

function absent(names: readonly string[], given: Given, when: string): string[] {
  return names.filter((name) => !given[name]).map((name) => `${name}: needed ${when}.`)
}
