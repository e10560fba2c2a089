/** A work email address as people paste it: out of a mail, a list, a page or an address book. */
import { pasted, withoutSignsAround } from './pasted.ts'

/** `Amy Okoye <amy@council.example>`: what is in the brackets is meant. */
const inBrackets = /<([^<>@\s]+@[^<>@\s]+)>/
const leading = /^(?:mailto|smtp|e-?mail|email address|to|cc|bcc|from|address)\s*:\s*/i
/** `mailto:` links have more after it; Slack writes `address|what is shown`. */
const trailing = /[?|].*$/

/** In small letters, as addresses are compared; anything else that was written comes back as it is, folded. */
export function pastedAddress(written: string): string {
  const folded = pasted(written)
  const meant = unlabelled(withoutSignsAround(inBrackets.exec(folded)?.[1] ?? folded))
  return withoutSignsAround(
    decoded(meant)
      .replace(trailing, '')
      .replace(/\s*@\s*/, '@'),
  ).toLowerCase()
}

const unlabelled = (written: string): string => {
  const rest = withoutSignsAround(written.replace(leading, ''))
  return rest === written ? rest : unlabelled(rest)
}

/** A link writes `%40` for the sign. */
function decoded(written: string): string {
  if (written.includes('@') && !/%40/i.test(written)) return written
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
