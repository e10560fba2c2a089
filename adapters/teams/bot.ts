/** What every listener of Teams has in its hands. */
import type { Once } from '../../doors/once-per-delivery.ts'
import type { Answer } from '../../src/display/answer.ts'
import { isRefusal, refused, type Refusal } from '../../src/display/refusal.ts'
import type { MessageId, PersonId } from '../../src/ids.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import type { Accounts } from '../../src/ports/accounts.ts'
import type { AnswerAsk, AskOfPerson } from '../../src/ports/answer-ask.ts'
import type { Log } from '../../src/ports/log.ts'
import type { LookUpOptions } from '../../src/ports/look-up-options.ts'
import type { ReadPosted } from '../../src/ports/posted.ts'
import type { LoseWorkspace, LinkAccount, Recognise, Welcome } from '../../src/ports/recognise-account.ts'
import { evidenceOf } from './evidence.ts'
import type { Heard } from './hear/activity.ts'
import { classifyError } from './send/classify-error.ts'
import type { Connector } from './send/platform-api.ts'
import type { Drawing } from './draw/drawing.ts'
import type { KeptForms } from './draw/kept-forms.ts'

/** What every listener has in its hands. */
export type Bot = {
  readonly connector: Connector
  readonly answer: AnswerAsk
  readonly lookUp: LookUpOptions
  readonly recognise: Recognise
  readonly link: LinkAccount
  readonly welcome: Welcome
  readonly left: LoseWorkspace
  readonly posted: ReadPosted
  readonly accounts: Pick<Accounts, 'conversationOf' | 'keepConversation'>
  readonly partnership: () => Partnership
  readonly forms: KeptForms
  /** Sends a "something is waiting" email to a person with no bot chat; absent if email is off. */
  readonly sayByMail?: (person: PersonId) => Promise<void>
  readonly log: Log
  /** Does the work of one delivery once. */
  readonly once: Once
  readonly onceSent: Once
  /** A new random id (UUID): for a drawn form, and to find in the log what somebody was told. */
  readonly newId: () => string
}

export type Who = { readonly person: PersonId } | Refusal

export async function whoIs(bot: Bot, heard: Heard): Promise<Who> {
  const recognised = await bot.recognise(heard.account, () => evidenceOf(bot.connector, heard))
  if (recognised === 'not-admitted') return refused('not-admitted')
  if (recognised === 'nobody-we-know') return refused('nobody-we-know')
  return { person: recognised }
}

export async function answerFor(bot: Bot, heard: Heard, asking: Omit<AskOfPerson, 'by'>): Promise<Answer> {
  const who = await whoIs(bot, heard)
  return isRefusal(who) ? who : bot.answer({ ...asking, by: who.person })
}

/** Returns the reference by which the failure is found in the log. */
export function reportFailure(bot: Bot, { account: { workspace, user } }: Heard, what: string, error: unknown): string {
  const reference = bot.newId().slice(0, 8)
  bot.log.error('teams-ask-failed', classifyError(error), { reference, ask: what, workspace, user })
  return reference
}

/** The playground opens no dialogs. */
export const inChat = (bot: Bot, { conversation }: Heard, marker?: MessageId): Drawing => ({
  newOnce: bot.newId,
  surface: conversation.local ? 'chat-without-dialogs' : 'chat',
  ...(marker && { marker }),
})

export const inDialog = (bot: Bot, marker?: MessageId): Drawing => ({
  newOnce: bot.newId,
  surface: 'dialog',
  ...(marker && { marker }),
})
