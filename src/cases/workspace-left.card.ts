/** What is said when a workspace took the bot out. */
import { button, card, list, text, type Card } from '../display/card.ts'
import type { Platform } from '../ports/accounts.ts'
import type { Case } from './case.ts'

/** More names than this say less than their number does, and no card holds a thousand of them. */
const namedAtMost = 20

type WorkspaceLeft = {
  readonly platform: Platform
  readonly agencies: readonly string[]
  readonly names: readonly string[]
  readonly mail: boolean
  /** For whoever chairs this case; without, for those who look after the partnership. */
  readonly about: Pick<Case, 'id' | 'ref'> | undefined
}

export function workspaceLeftCard({ platform, agencies, names, mail, about }: WorkspaceLeft): Card {
  const how = mail ? 'reached by mail now' : 'not reached any more'
  const shown = names.slice(0, namedAtMost)
  const more = names.length - shown.length
  const [only] = agencies
  const whose = only !== undefined && agencies.length === 1 ? `People of ${only}` : 'People of one workspace'
  return card(
    about ? `${about.ref}: some people are ${how}` : `People are ${how}`,
    [
      text(`${whose} are ${how}: their ${chat[platform]} took Unstuck out.`),
      list([...shown, ...(more > 0 ? [`and ${more} more`] : [])]),
      text(
        mail
          ? 'A letter says only that something waits, and leads to a page to sign in to. It may be read later than a chat.'
          : 'Unstuck sends no mail here: tell them another way what waits for them.',
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
