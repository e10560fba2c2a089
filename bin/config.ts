/** The settings of this process from its environment; everything that is wrong with them is named at once. */
import { z } from 'zod'
import { logLevels } from '../adapters/telemetry/log.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** Where people's browsers find us, without a slash at the end. */
  readonly publicUrl: string
  readonly dataDir: string
  /** None: the local PostgreSQL under `dataDir`. */
  readonly databaseUrl?: string
  /** None: jobs are kept in PostgreSQL. */
  readonly redisUrl?: string
  readonly role: 'both' | 'web' | 'worker'
  /** Path of the partnership's YAML file; none: the demonstration. */
  readonly partnershipFile?: string
  /** 64 hexadecimal digits; none, in the demonstration alone: one is made and kept under `dataDir`. */
  readonly secretKey?: string
  /** None: this platform is off. */
  readonly slack?: { readonly botToken: string; readonly signingSecret: string; readonly apiUrl?: string }
  readonly logLevel: (typeof logLevels)[number]
  readonly nudges: 'shadow' | 'live'
  /** When the demonstration's clock starts. */
  readonly demoClock?: Date
}

export type ReadConfig =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] }

export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given = Object.fromEntries(
    Object.keys(Settings.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const read = Settings.safeParse(given)
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: expected ${message}.`),
    ...missing(given),
  ]
  return read.success && problems.length === 0 ? { ok: true, config: configOf(read.data) } : { ok: false, problems }
}

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: `one of ${names.join(', ')}` })
const word = z.string().regex(/^\S+$/, 'a text without spaces')
const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), `an address such as ${example}`)
const httpAddress = (example: string) =>
  address(['http:', 'https:'], example).transform((text) => text.replace(/\/+$/, ''))

export const Settings = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536, 'a number from 0 to 65535')
    .transform(Number)
    .default(3000),
  HOST: word.default('127.0.0.1'),
  PUBLIC_URL: httpAddress('https://unstuck.example.org').optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name').optional(),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  ROLE: oneOf(['both', 'web', 'worker']).default('both'),
  PARTNERSHIP: z.string().optional(),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits')
    .transform((digits) => digits.toLowerCase())
    .optional(),
  SLACK_BOT_TOKEN: word.optional(),
  SLACK_SIGNING_SECRET: word.optional(),
  SLACK_API_URL: address(['http:', 'https:'], 'https://slack.com/api/').optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  NUDGES: oneOf(['shadow', 'live']).optional(),
  DEMO_CLOCK: z.iso
    .datetime({ offset: true, error: 'an instant such as 2026-06-01T09:00:00Z' })
    .transform((text) => new Date(text))
    .optional(),
})

type Settings = z.infer<typeof Settings>
type Given = Readonly<Partial<Record<string, string>>>

function missing(given: Given): string[] {
  const { NODE_ENV, PARTNERSHIP, SECRET_KEY, DEMO_CLOCK } = given
  const slack = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET']
  const demanded = ['DATABASE_URL', 'SECRET_KEY', 'PARTNERSHIP']
  return [
    ...(NODE_ENV === 'production' ? absent(demanded, given, 'with NODE_ENV=production') : []),
    ...([...slack, 'SLACK_API_URL'].some((name) => given[name])
      ? absent(slack, given, "with Slack's other settings")
      : []),
    ...(PARTNERSHIP && !SECRET_KEY && NODE_ENV !== 'production' ? ['SECRET_KEY: needed with PARTNERSHIP.'] : []),
    ...(PARTNERSHIP && DEMO_CLOCK ? ['DEMO_CLOCK: only for the demonstration, so not with PARTNERSHIP.'] : []),
  ]
}

function absent(names: readonly string[], given: Given, when: string): string[] {
  return names.filter((name) => !given[name]).map((name) => `${name}: needed ${when}.`)
}

function configOf(settings: Settings): Config {
  const { PORT, DATABASE_URL, REDIS_URL, PARTNERSHIP, SECRET_KEY, DEMO_CLOCK } = settings
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL } = settings
  return {
    port: PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${PORT}`,
    dataDir: settings.DATA_DIR,
    role: settings.ROLE,
    logLevel: settings.LOG_LEVEL,
    nudges: settings.NUDGES ?? (PARTNERSHIP ? 'shadow' : 'live'),
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    ...(PARTNERSHIP && { partnershipFile: PARTNERSHIP }),
    ...(SECRET_KEY && { secretKey: SECRET_KEY }),
    ...(DEMO_CLOCK && { demoClock: DEMO_CLOCK }),
    ...(SLACK_BOT_TOKEN &&
      SLACK_SIGNING_SECRET && {
        slack: {
          botToken: SLACK_BOT_TOKEN,
          signingSecret: SLACK_SIGNING_SECRET,
          ...(SLACK_API_URL && { apiUrl: SLACK_API_URL }),
        },
      }),
  }
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : ''
}
