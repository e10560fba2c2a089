/** Each setting by itself: what it may look like, and its default. */
import { z } from 'zod'
import { logLevels } from '../../adapters/telemetry/log.ts'

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: `one of ${names.join(', ')}` })
const word = z.string().regex(/^\S+$/, 'a text without spaces')
const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), `an address such as ${example}`)
const httpAddress = (example: string) =>
  address(['http:', 'https:'], example).transform((text) => text.replace(/\/+$/, ''))

/** An origin, as browsers write it: a path would be in emails, and not in the pages that they lead to. */
const origin = httpAddress('https://unstuck.example.org')
  .refine(
    (text) => isOrigin(text),
    'an address without a path, a query, a name or a password, such as https://unstuck.example.org: let the proxy give Unstuck a name of its own',
  )
  .refine((text) => isName(text), 'an address that people can open, such as https://unstuck.example.org')
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text))
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `a number from ${least} to ${most}`,
    )
    .transform(Number)

export const Settings = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536, 'a number from 0 to 65535')
    .transform(Number)
    .default(3000),
  HOST: word.default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name').optional(),
  DATABASE_CONNECTIONS: wholeNumber(4, 500).optional(),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  ROLE: oneOf(['both', 'web', 'worker']).default('both'),
  PARTNERSHIP: z.string().optional(),
  SETTINGS: z.string().optional(),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits')
    .transform((digits) => digits.toLowerCase())
    .optional(),
  SECRET_KEYS_OLD: z
    .string()
    .transform((keys) => keys.split(',').map((key) => key.trim().toLowerCase()))
    .refine(
      (keys) => keys.every((key) => /^[0-9a-f]{64}$/.test(key)),
      '64 hexadecimal digits, or several such keys with commas between',
    )
    .optional(),
  SLACK_BOT_TOKEN: word.optional(),
  SLACK_SIGNING_SECRET: word.optional(),
  SLACK_APP_TOKEN: word.optional(),
  SLACK_CLIENT_ID: word.optional(),
  SLACK_CLIENT_SECRET: word.optional(),
  SLACK_API_URL: address(['http:', 'https:'], 'https://slack.com/api/').optional(),
  // As the Bot Framework SDK names them.
  MicrosoftAppId: z.guid('the id of an app registration').optional(),
  MicrosoftAppPassword: word.optional(),
  MicrosoftAppTenantId: z.guid('the id of a tenant').optional(),
  MicrosoftAppType: oneOf(['SingleTenant', 'MultiTenant']).default('SingleTenant'),
  ToBotFromChannelOpenIdMetadataUrl: httpAddress(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ).optional(),
  ToBotFromChannelTokenIssuer: httpAddress('https://api.botframework.com').optional(),
  ToChannelFromBotLoginUrl: httpAddress('https://login.microsoftonline.com/your-tenant').optional(),
  TEAMS_LOCAL: oneOf(['1']).optional(),
  GRAPH_TENANT_ID: z.guid('the id of a tenant').optional(),
  GRAPH_CLIENT_ID: z.guid('the id of an app registration').optional(),
  GRAPH_CLIENT_SECRET: word.optional(),
  GRAPH_ORGANISER: z.guid('the object id of the user who organises meetings').optional(),
  GRAPH_API_URL: httpAddress('https://graph.microsoft.com').optional(),
  GRAPH_LOGIN_URL: httpAddress('https://login.microsoftonline.com').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587').optional(),
  MAIL_FROM: z.email('an email address').optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  NUDGES: oneOf(['shadow', 'live']).optional(),
  DEMO_CLOCK: z.iso
    .datetime({ offset: true, error: 'an instant such as 2026-06-01T09:00:00Z' })
    .transform((text) => new Date(text))
    .optional(),
})

export type Settings = z.infer<typeof Settings>

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return true // said already
  const { pathname, search, hash, username, password } = new URL(text)
  return pathname === '/' && search === '' && hash === '' && username === '' && password === '' && !/[?#]$/.test(text)
}

/** Not what a template left open, nor what a server listens on. */
function isName(text: string): boolean {
  if (!URL.canParse(text) || !isOrigin(text)) return true // said already
  const { hostname } = new URL(text)
  return /^\[[0-9a-f:.]+\]$|^[\w-]+(\.[\w-]+)*\.?$/i.test(hostname) && !['0.0.0.0', '[::]'].includes(hostname)
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : ''
}
