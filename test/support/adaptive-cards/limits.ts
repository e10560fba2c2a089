/** Everything that Teams would refuse in a message or a dialog, or draw otherwise than it was meant, found before Teams does. */
import { z } from 'zod'
import { adaptiveCards as cards } from './package.ts'
import { structureViolations } from './schema.ts'
import { partsOf, type Part } from './walk.ts'

/** learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages: counted as UTF-16. */
const messageBytes = 100 * 1024
/** No limit is named for a dialog; the service takes this of anything: github.com/microsoft/BotFramework-Services/issues/341 */
const dialogBytes = 256 * 1024
/** learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards: the rest lies behind three dots. */
const mostActions = 6

const Attachment = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.object({ type: z.literal('AdaptiveCard') }).loose(),
})
const Message = z.strictObject({
  type: z.literal('message'),
  summary: z.string().trim().min(1),
  attachments: z.tuple([Attachment]),
})
/** By name or in pixels: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
const size = z.union([z.enum(['small', 'medium', 'large']), z.int().positive()])
const Dialog = z.strictObject({ title: z.string().trim().min(1), height: size, width: size, card: Attachment })

/** A sentence for each; none when Teams would take it. */
export function violationsOf(messageOrDialog: unknown): string[] {
  const message = Message.safeParse(messageOrDialog)
  if (message.success) return cardViolations(message.data.attachments[0].content, { dialog: false })
  const dialog = Dialog.safeParse(messageOrDialog)
  if (dialog.success) return cardViolations(dialog.data.card.content, { dialog: true })
  return ['neither a message with a card nor a dialog with one']
}

type Where = { readonly dialog: boolean }

function cardViolations(card: object, where: Where): string[] {
  const written = JSON.stringify(card)
  const [bytes, most] = where.dialog ? [Buffer.byteLength(written), dialogBytes] : [2 * written.length, messageBytes]
  return [
    ...structureViolations(card),
    ...parsingViolations(card),
    ...(bytes > most ? [`the card has ${bytes} bytes: ${most} at most`] : []),
    ...[...partsOf(card)].flatMap((part) => partViolations(part, where)),
  ]
}

/** It matches a language by a pattern that remembers where it stopped, and so refuses every second card that names one. */
const english = 'Invalid value "en" for property "lang".'

/** What the reference renderer says when it reads a card: of what it does not know but for what Teams does, and of ids given twice. */
function parsingViolations(card: object): string[] {
  const context = new cards.SerializationContext(cards.Versions.v1_5)
  const read = new cards.AdaptiveCard()
  read.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
  return [
    ...events.filter(
      (says) => !says.startsWith('Property "choices.data" is supported in version 1.6') && says !== english,
    ),
    ...read.validateProperties().validationEvents.map(({ message }) => message),
  ]
}

function partViolations(part: Part, { dialog }: Where): string[] {
  switch (part.type) {
    case 'ActionSet':
      return Array.isArray(part['actions']) && part['actions'].length > mostActions ? ['too many buttons in a row'] : []
    case 'Action.Execute':
      return [
        ...(dialog ? ['a dialog does not know Action.Execute'] : []),
        ...(part['verb'] === 'refresh' || part['fallback']
          ? []
          : ['Action.Execute without what older hosts do instead']),
      ]
    case 'Action.Submit':
      return dialog && JSON.stringify(part['data']).includes('task/fetch') ? ['a dialog opens no other'] : []
    case 'Action.OpenUrl':
      return String(part['url']).startsWith('https://') ? [] : ['a link that is not https']
    case 'Input.ChoiceSet':
      return choiceViolations(part)
    case 'Input.Date':
      return /^\d{4}-\d\d-\d\d$|^undefined$/.test(String(part['value'])) ? [] : ['a day that is none']
    case 'Input.Text':
      return typeof part['value'] === 'string' && part['value'].length > Number(part['maxLength'] ?? Infinity)
        ? ['longer than it may be']
        : []
    default:
      return []
  }
}

const Choices = z.object({ isMultiSelect: z.boolean().default(false), value: z.string().optional() }).extend({
  choices: z.array(z.object({ value: z.string() })),
  'choices.data': z.unknown().optional(),
})

function choiceViolations(part: Part): string[] {
  const { isMultiSelect, value, choices, 'choices.data': asked } = Choices.parse(part)
  const values = choices.map((choice) => choice.value)
  const given = value === undefined ? [] : isMultiSelect ? value.split(',') : [value]
  return [
    ...(values.length === 0 && asked === undefined ? ['nothing to choose from'] : []),
    ...(new Set(values).size < values.length ? ['the same choice twice'] : []),
    ...(isMultiSelect && values.some((one) => one.includes(',')) ? ['a comma in one of several choices'] : []),
    ...(given.every((one) => values.includes(one)) ? [] : ['chosen, and not to be chosen']),
  ]
}
