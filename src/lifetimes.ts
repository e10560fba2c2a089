/**
 * How long links, codes and sessions last that let somebody in, and how often one may try. Ours, each with its reason,
 * in the unit in which people are told.
 */

/** Minutes for which a link of sign-in works: enough for a slow email, too few for anybody who reads the mailbox later. */
export const linkMinutes = 15

/** Hours that a session lasts. A working day: nobody is asked twice in one, and a machine left open does not stay so. */
export const sessionHours = 12

/**
 * Hours for which what was typed on a page and not sent is kept. A day: an interrupted form is gone on with after a visit or
 * the next morning, and nothing that was given up lies about.
 */
export const draftHours = 24

/** How often links may be asked for: nobody's mailbox is filled by others, and anybody who tries address after address is stopped. */
export const linkAsks = { withinMinutes: 15, emailsToAddress: 5, emailsToAddressADay: 20, ofBrowser: 10 } as const

/** Minutes for which a link code works: enough to change to another chat, too few to guess one of 24 to the power of 8. */
export const codeMinutes = 10

/** After this many wrong codes somebody is guessing: no more are read until the hours have passed. */
export const wrongCodes = { atMost: 5, withinHours: 1 } as const
