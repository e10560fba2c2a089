/** What it takes to write to somebody first: where, to which conversation, as whom. Kept with the account. */
import { z } from 'zod'

export const Conversation = z.object({
  /** The address of the service behind this tenant; Microsoft moves it now and then. */
  serviceUrl: z.url({ protocol: /^https?$/ }),
  id: z.string().min(1),
  bot: z.object({ id: z.string().min(1), name: z.string().optional() }),
  tenant: z.string().min(1),
  /** Of the playground on this machine: no token of ours goes there. */
  local: z.literal(true).optional(),
})
export type Conversation = z.infer<typeof Conversation>

/** Undefined for what was kept by nobody, or by a version that wrote it in another way. */
export const readConversation = (kept: unknown): Conversation | undefined => Conversation.safeParse(kept).data

export const isSame = (one: Conversation, other: Conversation | undefined): boolean =>
  one.serviceUrl === other?.serviceUrl &&
  one.id === other.id &&
  one.bot.id === other.bot.id &&
  one.local === other.local
