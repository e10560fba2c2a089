/** What is said when a workspace removed the bot. */
import { button, card, list, text, type Card } from '../display/card.ts'
import type { Platform } from '../ports/accounts.ts'
import type { Case } from './case.ts'

/** More names than this say less than their number does, and no card holds a thousand of them. */
const namedAtMost = 20

type WorkspaceLeft = {
  readonly platform: Platform
  /** What it is called. */
  readonly workspace: string
  readonly names: readonly string[]
  readonly mail: boolean
  /** For the chair of this case; without one, for those who look after the partnership. */
  readonly about: Pick<Case, 'id' | 'ref'> | undefined
}

export function workspaceLeftCard({ platform, workspace, names, mail, about }: WorkspaceLeft): Card {
  const how = mail ? 'now get emails' : 'can no longer be reached'
  const shown = names.slice(0, namedAtMost)
  const more = names.length - shown.length
  return card(
    about ? `${about.ref}: some people ${how}` : `Some people ${how}`,
    [
      text(`People from ${workspace} ${how}, because their ${chat[platform]} removed Unstuck.`),
      list([...shown, ...(more > 0 ? [`and ${more} more`] : [])]),
      text(
        mail
          ? 'An email says only that something is waiting, and links to a page to sign in. People may read an email later than a chat message.'
          : 'Unstuck sends no email here. Tell them another way what is waiting for them.',
      ),
    ],
    about ? [button('Open the case', { ask: 'open-case', case: about.id })] : [],
  )
}

const chat = {
  slack: 'Slack workspace',
  teams: 'organisation in Microsoft Teams',
  web: 'browser',
} as const satisfies Record<Platform, string>
