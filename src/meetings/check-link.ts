/** Reads the chair's link: a safe link that reveals nothing about the child, or a sentence about what is wrong. */
import { guard, findingsInWords, type About, type Finding } from '../display/content-guard.ts'
import { notComplete, type Refusal } from '../display/refusal.ts'
import { Typed } from '../display/typed.ts'
import type { Partnership } from '../partnership/partnership.ts'
import { isSealed, unwrapped } from './link-scanners.ts'
import { servicesOf, type MeetingAddress } from './meeting-address.ts'
import { meetingKey, meetingPage } from './meeting-pages.ts'
import { joinedLinks, pastedLinks } from './pasted-links.ts'

export type CheckedLink = { readonly address: MeetingAddress } | Refusal

type Allowed = Pick<Partnership, 'meetingHosts'>

export function checkLink(written: Typed, about: About, allowed: Allowed): CheckedLink {
  const links = pastedLinks(written.reveal())
  const whole = meetingsAmong(links, allowed)
  const found = whole.length > 0 ? whole : meetingsAmong(joinedLinks(written.reveal()), allowed)
  const [address] = found
  if (new Set(found.map(meetingKey)).size > 1) return notComplete({ address: several })
  const shown = address && decoded(address)
  if (!shown)
    return notComplete({ address: links.some((link) => isSealed(unwrapped(link))) ? rewritten : pasteWhole(allowed) })
  const findings = findingsIn(shown, about)
  return findings.length > 0 ? notComplete({ address: findingsInWords(findings) }) : { address }
}

const meetingsAmong = (links: readonly string[], { meetingHosts }: Allowed): readonly MeetingAddress[] =>
  links.flatMap((link) => meetingPage(unwrapped(link), meetingHosts) ?? [])

/** Also the hint of the field. */
export const pasteWhole = (allowed: Allowed): string =>
  `Paste the whole link to a meeting in ${servicesOf(allowed)}. It starts with https://.`
const several = 'There are links to more than one meeting here. Paste the one that everybody should use.'
const rewritten =
  'Your email system has rewritten this link, so it does not say where it leads. Copy the link from the meeting itself, in your calendar.'

/**
 * Ids and numbers that a service made up can look like phone numbers, and every Teams link has a tenant id: both are
 * ignored, unless they identify this child.
 */
function findingsIn(shown: string, about: About): readonly Finding[] {
  const written = shown.replace(uuid, ' ').replace(longHex, ' ').replace(numberOfMeeting, '$1')
  const ofThisChild = guard(new Typed(shown), about).filter((finding) => finding === 'identifier')
  return [...new Set([...guard(new Typed(written), about), ...ofThisChild])]
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const longHex = /[0-9a-f]{32,}/gi
const numberOfMeeting = /(\/(?:j|s|w|wc|meet)\/)\d{9,16}(?=[/?#]|$)/g

/** As it reads: `%20` between two words hides neither of them. */
function decoded(address: MeetingAddress): string | undefined {
  try {
    return decodeURIComponent(address).replaceAll('+', ' ')
  } catch {
    return undefined
  }
}
