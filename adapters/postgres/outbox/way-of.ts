/** Which way a message went, as its row says in the column `platform`. */
import type { Way } from '../../../src/ports/messenger.ts'

type Kept = { readonly platform: string | null; readonly conversation: string | null }

/** Emails were kept as `web` once, told apart from pages by their conversation alone. */
export const wayOf = ({ platform, conversation }: Kept): Way | undefined =>
  platform === 'web' && conversation === 'mail' ? 'email' : ((platform ?? undefined) as Way | undefined)
