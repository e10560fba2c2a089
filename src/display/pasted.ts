/**
 * What people paste: without what nobody can see, with typographic signs as a keyboard has them, and taken out of what
 * stands around it. For addresses, links, identifiers and commands, never for what somebody writes about a child.
 */

/** What Unicode says may be left undrawn, controls other than spaces, and fillers and the blank of Braille, which are drawn empty. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?!\s)\p{Cc}/gu

/** Forms of letters, digits and signs that look alike come as the plain one; each kind of space as a space. */
export const pasted = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/[\u2018-\u201b\u2032\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\s\u180e]+/g, ' ')
    .trim()

/** Signs that stand around what is meant, in mails, documents and lists. */
const around = /^[\s"'<([{*,;:.!?-]+|[\s"'>)\]}*,;:.!?-]+$/g

export const withoutSignsAround = (written: string): string => written.replace(around, '')

/** A dash may have been made of two hyphens; a command has neither. */
export const pastedCommand = (typed: string): string => withoutSignsAround(pasted(typed).replaceAll('--', '-'))
