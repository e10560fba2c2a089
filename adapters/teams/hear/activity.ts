/** What Teams sends, as far as we read it: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
import { z } from 'zod'
import type { Account } from '../../../src/ports/accounts.ts'
import type { Conversation } from '../conversation.ts'

const id = z.string().min(1)
/** Teams leaves out what it does not know, or writes null. */
const said = z
  .string()
  .nullish()
  .transform((text) => text || undefined)
const Somebody = z.object({ id, name: said, aadObjectId: said })

const Activity = z.object({
  type: id,
  id: said,
  name: said,
  action: said,
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: Somebody,
  recipient: Somebody,
  conversation: z.object({ id, conversationType: said, tenantId: said }),
  channelData: z.object({ tenant: z.object({ id: said }).nullish() }).nullish(),
  replyToId: said,
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.array(z.object({ contentType: z.string() })).nullish(),
  entities: z.array(z.object({ type: z.string(), text: said, mentioned: Somebody.partial().nullish() })).nullish(),
  membersAdded: z.array(Somebody).nullish(),
})
export type Activity = z.infer<typeof Activity>

export type Heard = {
  readonly activity: Activity
  readonly account: Account
  /** Where it came from, and where it can be answered. */
  readonly conversation: Conversation
  /** With the bot alone; anything else is read by others too. */
  readonly personal: boolean
}

/** Undefined for what Teams never sends: not of one tenant, or from nobody. */
export function readActivity(body: unknown, local: boolean): Heard | undefined {
  const activity = Activity.safeParse(body).data
  const tenant = activity && tenantOf(activity)
  const user = activity && userOf(activity, local)
  if (!activity || tenant === undefined || user === undefined) return undefined
  const { serviceUrl, recipient, conversation } = activity
  return {
    activity,
    account: { platform: 'teams', workspace: tenant.toLowerCase(), user },
    conversation: {
      serviceUrl,
      id: conversation.id,
      bot: { id: recipient.id, ...(recipient.name !== undefined && { name: recipient.name }) },
      tenant,
      ...(local && { local }),
    },
    personal: conversation.conversationType === 'personal',
  }
}

/** Said in two places, which must not contradict each other. */
function tenantOf({ conversation, channelData }: Activity): string | undefined {
  const said = [channelData?.tenant?.id, conversation.tenantId].filter((one) => one !== undefined && one !== '')
  return said.every((one) => one?.toLowerCase() === said[0]?.toLowerCase()) ? said[0] : undefined
}

/** An anonymous guest of a meeting has no object id, and can be nobody whom we know. */
function userOf({ from, recipient, membersAdded }: Activity, local: boolean): string | undefined {
  const added = membersAdded?.find((member) => member.aadObjectId !== undefined && member.id !== recipient.id)
  return (from.aadObjectId ?? added?.aadObjectId)?.toLowerCase() ?? (local ? from.id : undefined)
}

/** What was typed, without the bot's name where the bot was spoken to: Teams says where that is. */
export function wordsOf({ text, entities, recipient }: Activity): string {
  const spokenTo = (entities ?? []).flatMap(({ type, text: name, mentioned }) =>
    type === 'mention' && mentioned?.id === recipient.id && name ? [name] : [],
  )
  const words = spokenTo.reduce((left, name) => left.replace(name, ' '), text ?? '')
  return words.replaceAll('&nbsp;', ' ').trim()
}

/** A picture or a file; Teams sends a copy of the text as an attachment with every message. */
export const holdsMore = ({ attachments }: Activity): boolean =>
  (attachments ?? []).some(({ contentType }) => contentType !== 'text/html')
