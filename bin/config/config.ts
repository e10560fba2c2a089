/** The settings of this process from its environment; everything that is wrong with them is named at once. */
import type { logLevels } from '../../adapters/telemetry/log.ts'
import { problemsBetween, type Given } from './settings-together.ts'
import { Settings } from './settings.ts'
import { readSlackApps, type SlackApp } from './slack-apps.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** Where people's browsers find us, without a slash at the end. */
  readonly publicUrl: string
  readonly dataDir: string
  /** None: the local PostgreSQL under `dataDir`. */
  readonly databaseUrl?: string
  /** How many connections to PostgreSQL this process opens at most for its own work; none: ten. */
  readonly databaseConnections?: number
  /** None: jobs are kept in PostgreSQL. */
  readonly redisUrl?: string
  readonly role: 'both' | 'web' | 'worker'
  /** Path of the partnership's YAML file; none: the demonstration. */
  readonly partnershipFile?: string
  /** 64 hexadecimal digits; none, in the demonstration alone: one is made and kept under `dataDir`. */
  readonly secretKey?: string
  /** Keys that open what was sealed before the last exchange, and seal nothing. */
  readonly oldSecretKeys?: readonly string[]
  /** None: this platform is off. */
  readonly slack?: SlackConfig
  readonly teams?: TeamsConfig
  /** Lets the Microsoft 365 Agents Playground in, without tokens: for the demonstration on this very machine. */
  readonly teamsLocal: boolean
  readonly graph?: GraphConfig
  readonly mail?: { readonly smtpUrl: string; readonly from: string }
  readonly logLevel: (typeof logLevels)[number]
  readonly nudges: 'shadow' | 'live'
  /** When the demonstration's clock starts. */
  readonly demoClock?: Date
}

export type SlackConfig = {
  /** Internal apps, one for each workspace. */
  readonly apps: readonly SlackApp[]
  /** One app that workspaces install for themselves. */
  readonly oauth?: { readonly clientId: string; readonly clientSecret: string; readonly signingSecret: string }
  /** Another base address for the Web API, with its slash. */
  readonly apiUrl?: string
}

export type TeamsConfig = {
  readonly appId: string
  readonly appPassword: string
  readonly appTenantId?: string
  readonly appType: 'SingleTenant' | 'MultiTenant'
  /** Where the keys are named with which tokens sent to us are signed; Microsoft's own unless given. */
  readonly openIdMetadataUrl?: string
  readonly tokenIssuer?: string
  /** Where our own tokens come from: the address before `/oauth2/v2.0/token`. */
  readonly loginUrl?: string
}

export type GraphConfig = {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** The object id of the user in whose name meetings are made. */
  readonly organiser: string
  readonly apiUrl?: string
  readonly loginUrl?: string
}

export type ReadConfig = { readonly config: Config } | { readonly problems: readonly string[] }

/** `file` is the text of the file that SETTINGS names. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, file?: string): ReadConfig {
  const given: Given = Object.fromEntries(
    Object.keys(Settings.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const read = Settings.safeParse(given)
  const listed = readSlackApps(file, given['SETTINGS'] ?? 'the settings file')
  const problems = [
    ...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: expected ${message}.`),
    ...problemsBetween(given, 'apps' in listed && listed.apps.length > 0),
    ...('problems' in listed ? listed.problems : []),
  ]
  if (!read.success || problems.length > 0 || 'problems' in listed) return { problems }
  return { config: configOf(read.data, listed.apps) }
}

function configOf(settings: Settings, listed: readonly SlackApp[]): Config {
  const { PORT, DATABASE_URL, REDIS_URL, PARTNERSHIP, SECRET_KEY, DEMO_CLOCK, SMTP_URL, MAIL_FROM } = settings
  const { SECRET_KEYS_OLD, DATABASE_CONNECTIONS } = settings
  return {
    port: PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${PORT}`,
    dataDir: settings.DATA_DIR,
    role: settings.ROLE,
    logLevel: settings.LOG_LEVEL,
    nudges: settings.NUDGES ?? (PARTNERSHIP ? 'shadow' : 'live'),
    teamsLocal: settings.TEAMS_LOCAL === '1',
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    ...(DATABASE_CONNECTIONS && { databaseConnections: DATABASE_CONNECTIONS }),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    ...(PARTNERSHIP && { partnershipFile: PARTNERSHIP }),
    ...(SECRET_KEY && { secretKey: SECRET_KEY }),
    ...(SECRET_KEYS_OLD && { oldSecretKeys: SECRET_KEYS_OLD }),
    ...(DEMO_CLOCK && { demoClock: DEMO_CLOCK }),
    ...(SMTP_URL && MAIL_FROM && { mail: { smtpUrl: SMTP_URL, from: MAIL_FROM } }),
    ...slackOf(settings, listed),
    ...teamsOf(settings),
    ...graphOf(settings),
  }
}

function slackOf(settings: Settings, listed: readonly SlackApp[]): { slack?: SlackConfig } {
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL } = settings
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = settings
  const own = SLACK_BOT_TOKEN && {
    name: 'slack',
    botToken: SLACK_BOT_TOKEN,
    ...(SLACK_SIGNING_SECRET && { signingSecret: SLACK_SIGNING_SECRET }),
    ...(SLACK_APP_TOKEN && { appToken: SLACK_APP_TOKEN }),
  }
  const oauth = SLACK_CLIENT_ID &&
    SLACK_CLIENT_SECRET &&
    SLACK_SIGNING_SECRET && {
      clientId: SLACK_CLIENT_ID,
      clientSecret: SLACK_CLIENT_SECRET,
      signingSecret: SLACK_SIGNING_SECRET,
    }
  const apps = [...(own ? [own] : []), ...listed]
  if (apps.length === 0 && !oauth) return {}
  return { slack: { apps, ...(oauth && { oauth }), ...(SLACK_API_URL && { apiUrl: SLACK_API_URL }) } }
}

function teamsOf(settings: Settings): { teams?: TeamsConfig } {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType } = settings
  const { ToBotFromChannelOpenIdMetadataUrl, ToBotFromChannelTokenIssuer, ToChannelFromBotLoginUrl } = settings
  if (!MicrosoftAppId || !MicrosoftAppPassword) return {}
  return {
    teams: {
      appId: MicrosoftAppId,
      appPassword: MicrosoftAppPassword,
      appType: MicrosoftAppType,
      ...(MicrosoftAppTenantId && { appTenantId: MicrosoftAppTenantId }),
      ...(ToBotFromChannelOpenIdMetadataUrl && { openIdMetadataUrl: ToBotFromChannelOpenIdMetadataUrl }),
      ...(ToBotFromChannelTokenIssuer && { tokenIssuer: ToBotFromChannelTokenIssuer }),
      ...(ToChannelFromBotLoginUrl && { loginUrl: ToChannelFromBotLoginUrl }),
    },
  }
}

function graphOf(settings: Settings): { graph?: GraphConfig } {
  const { GRAPH_TENANT_ID, GRAPH_CLIENT_ID, GRAPH_CLIENT_SECRET, GRAPH_ORGANISER } = settings
  const { GRAPH_API_URL, GRAPH_LOGIN_URL } = settings
  if (!GRAPH_TENANT_ID || !GRAPH_CLIENT_ID || !GRAPH_CLIENT_SECRET || !GRAPH_ORGANISER) return {}
  return {
    graph: {
      tenantId: GRAPH_TENANT_ID,
      clientId: GRAPH_CLIENT_ID,
      clientSecret: GRAPH_CLIENT_SECRET,
      organiser: GRAPH_ORGANISER,
      ...(GRAPH_API_URL && { apiUrl: GRAPH_API_URL }),
      ...(GRAPH_LOGIN_URL && { loginUrl: GRAPH_LOGIN_URL }),
    },
  }
}
