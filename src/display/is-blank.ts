/** Whether words say anything: spaces and what nobody can see are no answer, however many there are. */

/** What Unicode says may be left undrawn, such as a zero-width space, and the blank of Braille, which is drawn empty. */
const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu

export const isBlank = (words: string): boolean => words.replaceAll(unseen, '') === ''
