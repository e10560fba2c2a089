/** A work email address as people paste it: out of an email, a list, a page or an address book. */
import { pasted, withoutSignsAround } from './pasted.ts'

/** `Amy Okoye <amy@council.example>`: what is in the brackets is meant, whatever the name is. */
const inBrackets = /<([^<>@\s]+@[^<>@\s]+)>/
/** `mailto:` links have more after it. */
const moreOfLink = /(@[^\s?]+)\?.*$/
/** What stands between an address and its neighbours. */
const between = /[\s<>()[\]{}",;:|\\/=·•「」]+/
/** As a page or a program writes signs. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/&(nbsp|quot|#34|#160);?/gi, ' '],
  [/\s*[[({]\s*at\s*[\])}]\s*/gi, '@'],
  [/\s*[[({]\s*dot\s*[\])}]\s*/gi, '.'],
  [/"([^"\s]+)"@/g, '$1@'],
  [/\s*@+\s*/g, '@'],
  [/[。．｡]/g, '.'],
  [/\s+\.(?=\w)/g, '.'],
  // a domain has a full stop
  [/(@[\w-]+)\.\s+(?=\w)/g, '$1.'],
]

/**
 * In small letters, as addresses are compared. Anything else that was written comes back as it is, folded: no address, or
 * several, of which nobody can say which is meant.
 */
export function pastedAddress(written: string): string {
  const folded = signs.reduce((text, [sign, plain]) => text.replace(sign, plain), decoded(pasted(written)))
  const meant = (inBrackets.exec(folded)?.[1] ?? folded).replace(moreOfLink, '$1')
  const found = new Set(meant.split(between).filter(isAddress).map(bare))
  const [address] = found
  return address !== undefined && found.size === 1 ? address : withoutSignsAround(meant).toLowerCase()
}

const isAddress = (text: string): boolean => /[^@]@[^@]+$/.test(text)

/** Without what a chat puts around a word to make it bold, and with its domain as machines write it. */
function bare(text: string): string {
  const [, mark = ''] = /([_~]+)$/.exec(text) ?? []
  const unmarked = mark === '' ? text : text.slice(text.startsWith(mark) ? mark.length : 0, -mark.length)
  const address = withoutSignsAround(unmarked).toLowerCase()
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${machineName(address.slice(at + 1))}`
}

/** `müller.example` is `xn--mller-kva.example`. */
const machineName = (domain: string): string =>
  URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : domain

/** A link writes `%40` for the sign. */
function decoded(written: string): string {
  if (!/%[0-9a-f]{2}/i.test(written)) return written
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
