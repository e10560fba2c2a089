/** What every listener of Slack has in its hands. */
import type { Recent } from '../../doors/recent.ts'
import type { Answer } from '../../src/display/answer.ts'
import type { FoundOptions } from '../../src/display/find-options.ts'
import { isRefusal, refused, type Refusal } from '../../src/display/refusal.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Account } from '../../src/ports/accounts.ts'
import type { AnswerAsk, AskOfPerson } from '../../src/ports/answer-ask.ts'
import type { LookUp, LookUpOptions } from '../../src/ports/look-up-options.ts'
import type { Log } from '../../src/ports/log.ts'
import type { LinkAccount, Recognised, Recognise, Welcome } from '../../src/ports/recognise-account.ts'
import { evidenceFrom } from './accounts.ts'
import type { InstalledApp } from './install/installed-app.ts'
import { classifyError } from './send/classify-error.ts'
import type { SlackApi } from './send/platform-api.ts'

/** What every listener of one of our apps has in its hands. */
export type Common = {
  readonly answer: AnswerAsk
  readonly lookUp: LookUpOptions
  readonly recognise: Recognise
  readonly link: LinkAccount
  readonly welcome: Welcome
  readonly partnership: () => Partnership
  readonly log: Log
  /** Who was found lately to belong to a workspace that is not their home, by workspace and user. */
  readonly members: Recent<true>
  /** A new random id (UUID): for a drawn form, and to find in the log what somebody was told. */
  readonly newId: () => string
}

export type Bot = Common & {
  readonly api: SlackApi
  /** Whether this app may speak for this workspace: an app for one workspace cannot act for people in another. */
  readonly isOurs: (workspace: string) => boolean
  /** The one workspace that this app was made for. */
  readonly workspace?: string
  readonly takenOut: InstalledApp['takenOut']
}

/** The bot in the workspace where something happened; undefined where it is not installed. */
export type BotIn = (workspace: string | undefined) => Promise<Bot | undefined>

export async function answerFor(bot: Bot, account: Account, asking: Omit<AskOfPerson, 'by'>): Promise<Answer> {
  const who = await whoIs(bot, account)
  return isRefusal(who) ? who : bot.answer({ ...asking, by: who })
}

export async function lookUpFor(
  bot: Bot,
  account: Account,
  looking: Omit<LookUp, 'by'>,
): Promise<FoundOptions | Refusal> {
  const who = await whoIs(bot, account)
  return isRefusal(who) ? who : bot.lookUp({ ...looking, by: who })
}

export async function whoIs(bot: Bot, account: Account): Promise<PersonId | Refusal> {
  const person = await recognised(bot, account)
  if (person === 'not-admitted') return refused('not-admitted')
  if (person === 'nobody-we-know') return refused('nobody-we-know')
  return person
}

const recognised = async (bot: Bot, account: Account): Promise<Recognised> =>
  bot.isOurs(account.workspace) ? bot.recognise(account, () => evidenceFrom(bot.api, account)) : 'not-admitted'

/** Returns the reference by which the failure is found in the log. */
export function reportFailure(bot: Bot, { workspace, user }: Account, ask: string, error: unknown): string {
  const reference = bot.newId().slice(0, 8)
  bot.log.error('slack-ask-failed', classifyError(error), { reference, ask, workspace, user })
  return reference
}

export const slackAccount = (workspace: string | undefined, user: string): Account => ({
  platform: 'slack',
  workspace: workspace ?? '',
  user,
})
