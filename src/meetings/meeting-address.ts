/**
 * Where people meet online. Only an address of a meeting service that is known here becomes a link on a card: nothing
 * that somebody types can lead anywhere else.
 */

declare const checked: unique symbol

/** An https address of one of the services below. Made here alone, and read back from where it was kept. */
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

export const servicesInWords = 'Teams, Google Meet, Zoom or Webex'

/** Twice what the longest of these services make. */
export const longestAddress = 1000

export function meetingAddress(written: string): MeetingAddress | undefined {
  if (!URL.canParse(written)) return undefined
  const url = new URL(written)
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  if (!plain || !isOfService(url.hostname) || url.pathname === '/' || url.href.length > longestAddress) return undefined
  return url.href as MeetingAddress
}

const isOfService = (host: string): boolean =>
  hosts.has(host) || domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
