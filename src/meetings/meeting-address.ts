/**
 * Where people meet online. Only an address of a meeting service that is known here becomes a link on a card: nothing
 * that somebody types can lead anywhere else.
 */
import type { Partnership } from '../partnership/partnership.ts'

declare const checked: unique symbol

/** An https address of one of the services below, or of a host in the partnership's file. Made here alone, and read back from where it was kept. */
export type MeetingAddress = string & { readonly [checked]: true }

const hosts: ReadonlySet<string> = new Set([
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'teams.live.com',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
  'meet.google.com',
])
/** Each organisation has its own host below these. */
const domains = ['zoom.us', 'zoomgov.com', 'webex.com'] as const

const servicesInWords = 'Teams, Google Meet, Zoom or Webex'

/** With the servers of its own that the partnership meets on. */
export const servicesOf = ({ meetingHosts }: Pick<Partnership, 'meetingHosts'>): string =>
  meetingHosts.length === 0
    ? servicesInWords
    : `${servicesInWords}, or on ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(meetingHosts)}`

/** Twice what the longest of these services make. */
export const longestAddress = 1000

/** `own`: hosts of the partnership's own. */
export function meetingAddress(written: string, own: readonly string[]): MeetingAddress | undefined {
  if (!URL.canParse(written)) return undefined
  const url = new URL(written)
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  if (!plain || !isOfService(url.hostname, own) || url.pathname === '/' || url.href.length > longestAddress)
    return undefined
  return url.href as MeetingAddress
}

const isOfService = (host: string, own: readonly string[]): boolean =>
  hosts.has(host) || own.includes(host) || domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
