/** The links in what somebody pasted: out of an invitation, with the words around it. */
import { pasted } from '../display/pasted.ts'

/** Nothing that a link has unescaped. */
const links = /\bhttps:\/\/[^\s<>"']+/gi
/** A sign of the sentence around it, not of the link. */
const atTheEnd = /[.,;:!?)\]}*|]+$/
/** What a chat would take for a call to everybody. */
const mention = /<[!@#]/

export function pastedLinks(written: string): readonly string[] {
  const folded = pasted(written)
  if (mention.test(folded)) return []
  return (folded.match(links) ?? []).map((link) => link.replace(atTheEnd, ''))
}
