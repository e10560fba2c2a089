/** The links in what somebody pasted: out of an invitation, with the words around it. */
import { pasted } from '../display/pasted.ts'

/** Nothing that a link has unescaped, but for the braces of Teams: `context={"Tid":"…"}`. */
const signs = String.raw`(?:[^\s<>"'|{]|\{[^{}\s]*\})+`
const links = new RegExp(String.raw`\bhttps:\/\/${signs}`, 'gi')
/** `meet.google.com/abc-defg-hij`, as a calendar shows it. */
const bareLinks = new RegExp(String.raw`(?<![\w@./:%=&-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/${signs}`, 'gi')
const brokenLink = new RegExp(String.raw`(${links.source})\s(\S+)`, 'gi')
/** A sign of the sentence around it, not of the link; a word that stands right after a comma. */
const atTheEnd = /[.,;:!?)\]}*|]+$|[,;](?=[a-z]+:?$).*$/i
/** What a chat would take for a call to everybody. */
const mention = /<[!@#]/

export function pastedLinks(written: string): readonly string[] {
  const folded = plainLinks(pasted(written))
  if (mention.test(folded)) return []
  const whole = folded.match(links) ?? []
  const bare = folded.replace(links, ' ').match(bareLinks) ?? []
  return [...whole, ...bare.map((link) => `https://${link}`)].map(withoutEnd)
}

/** Put together again where a line was broken in the middle of a link: for where none is whole. */
export const joinedLinks = (written: string): readonly string[] =>
  [...plainLinks(pasted(written)).matchAll(brokenLink)].map(([, link = '', rest = '']) => withoutEnd(`${link}${rest}`))

/** As pages write `&`, as the app of Teams writes its own links, and a query that slipped away from its link. */
const plainLinks = (text: string): string =>
  text
    .replace(/&amp;/gi, '&')
    .replace(/\bmsteams:(?:\/\/teams\.microsoft\.com)?(?=\/l\/)/gi, 'https://teams.microsoft.com')
    .replace(/(https:\/\/\S+)\s+(?=[?&]\w+=)/gi, '$1')

/** Braces that belong to the link stay. */
function withoutEnd(link: string): string {
  const end = atTheEnd.exec(link)?.[0] ?? ''
  return link.includes('{') && end === '}' ? link : link.replace(atTheEnd, '')
}
