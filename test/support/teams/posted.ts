/** Takes in what the bot wants to show, as Teams would: or refuses it and remembers why. */
import { violationsOf } from '../adaptive-cards/limits.ts'
import { actionsOf, cardType, elementsOf, isCard, type AdaptiveCard } from './adaptive-card.ts'
import type { TeamsState } from './state.ts'
import { TeamsError } from './teams-error.ts'

export type Content = { readonly text: string; readonly summary: string; readonly card: AdaptiveCard | undefined }

/** 100 KB in UTF-16 (learn.microsoft.com, bots/how-to/format-your-bot-messages). */
const maxBytes = 100 * 1024
const newestVersion = 1.5

export function readActivity(state: TeamsState, where: string, activity: unknown): Content {
  const given = activity as { text?: unknown; summary?: unknown; attachments?: unknown }
  refuseSize(state, where, activity)
  const attachments = Array.isArray(given.attachments) ? (given.attachments as unknown[]) : []
  const text = typeof given.text === 'string' ? given.text : ''
  if (text === '' && attachments.length === 0) refuse(state, where, 'an activity without text or attachment')
  if (text !== '' && attachments.length > 0)
    state.violations.push(`${where}: text and attachment in one activity become two messages without an id`)
  if (attachments.length > 1) state.violations.push(`${where}: ${attachments.length} attachments in one activity`)
  const card = attachments.length > 0 ? readAttachment(state, where, attachments[0]) : undefined
  const summary = typeof given.summary === 'string' ? given.summary : ''
  if (card) note(state, where, { type: 'message', summary, attachments })
  return { text, summary, card }
}

export type TaskValue = { readonly title: string; readonly card?: unknown }

export function readDialog(state: TeamsState, value: TaskValue): AdaptiveCard {
  const card = readAttachment(state, 'task', value.card)
  note(state, 'task', value)
  return card
}

/** What Teams takes, and shows otherwise than it was meant, or not at all. */
function note(state: TeamsState, where: string, messageOrDialog: unknown): void {
  state.violations.push(...violationsOf(messageOrDialog).map((sentence) => `${where}: ${sentence}`))
}

function readAttachment(state: TeamsState, where: string, attachment: unknown): AdaptiveCard {
  const { contentType, content } = attachment as { contentType?: unknown; content?: unknown }
  if (contentType !== cardType) refuse(state, where, `an attachment of type ${String(contentType)}`)
  return readCard(state, where, content)
}

export function readCard(state: TeamsState, where: string, card: unknown): AdaptiveCard {
  if (!isCard(card)) return refuse(state, where, 'no Adaptive Card')
  refuseSize(state, where, card)
  const found = troubleOf(card)
  if (found.length > 0) refuse(state, where, found.join('; '))
  return card
}

function troubleOf(card: AdaptiveCard): string[] {
  const { version } = card
  const ids = elementsOf(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const opening = actionsOf(card).filter(({ type, data }) => type === 'Action.Execute' && msteamsOf(data) !== undefined)
  return [
    ...(typeof version === 'string' && Number(version) <= newestVersion
      ? []
      : [`version ${String(version)} of a card`]),
    ...twice.map((id) => `the id ${id} is there twice`),
    ...opening.map(({ title }) => `Action.Execute "${title ?? ''}" with msteams data opens nothing`),
  ]
}

export const msteamsOf = (data: unknown): { readonly type?: string } | undefined =>
  typeof data === 'object' && data !== null && 'msteams' in data
    ? (data.msteams as { readonly type?: string })
    : undefined

function refuseSize(state: TeamsState, where: string, content: unknown): void {
  const bytes = 2 * JSON.stringify(content).length
  if (bytes <= maxBytes) return
  state.violations.push(`${where}: ${bytes} bytes in UTF-16`)
  throw new TeamsError(413, 'MessageSizeTooBig', 'Message size too large')
}

function refuse(state: TeamsState, where: string, why: string): never {
  state.violations.push(`${where}: ${why}`)
  throw new TeamsError(400, 'BadSyntax', why)
}
