/** Which pages of a meeting service are meetings: an invitation has links to other pages of the same service too. */
import { meetingAddress, type MeetingAddress } from './meeting-address.ts'

/** Settings, telephone numbers, chats and downloads, by the host that has them. */
const otherPages: readonly (readonly [host: RegExp, pages: RegExp])[] = [
  [
    /(^|\.)teams\.|teams\.cloud/,
    /^\/(meetingoptions|l\/(chat|channel|team|entity|app|message|call|file|task)|dl|download|usp|pstnconferencing)\b/i,
  ],
  [
    /(^|\.)zoom(gov)?\.(us|com)$/,
    /^\/(u|rec|recording|download|signin|signup|profile|support|zoomconference|account)\b/i,
  ],
  [/^meet\.google\.com$/, /^\/(linkredirect|landing|new|tel|getalink)\b/i],
  [/(^|\.)webex\.com$/, /^\/([^/]+\/)?(globalcallin|cmp\d+|downloads?|test-meeting)\b/i],
]

/** The address of a meeting; undefined for every other page, and for one that was cut off in the middle. */
export function meetingPage(link: string, own: readonly string[]): MeetingAddress | undefined {
  const address = meetingAddress(asInvited(link), own)
  if (!address) return undefined
  const { hostname, pathname } = new URL(address)
  const isOther = otherPages.some(([host, pages]) => host.test(hostname) && pages.test(pathname))
  return isOther || isCutOff(address) ? undefined : address
}

/** The same meeting has one key, whichever region of its service is named, with or without its password. */
export function meetingKey(address: MeetingAddress): string {
  const { hostname, pathname } = new URL(address)
  // Each meeting of Webex has several pages.
  return hostname.endsWith('webex.com')
    ? 'webex'
    : `${hostname.split('.').slice(-2).join('.')}${pathname.toLowerCase()}`
}

/** Out of the browser's own line: `/_#/l/meetup-join/…`, and the page that asks which app should open it. */
function asInvited(link: string): string {
  if (!URL.canParse(link)) return link
  const { hostname, pathname, searchParams, hash } = new URL(link)
  if (!hostname.includes('teams.')) return link
  const inside = pathname.startsWith('/dl/launcher/') ? (searchParams.get('url') ?? '') : `${pathname}${hash}`
  const page = /^\/?_#(\/(?:l\/meetup-join|meet)\/.+)$/.exec(inside)?.[1]
  return page === undefined ? link : `https://${hostname}${page}`
}

/** A link of Teams says at its end for whom it is; without all of it, it opens nothing. */
function isCutOff(address: MeetingAddress): boolean {
  const context = new URL(address).searchParams.get('context')
  return context !== null && !(context.startsWith('{') && context.endsWith('}'))
}
