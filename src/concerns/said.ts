/** What is said of a danger, by which a waiting message is known. */

/** To those who are told. */
export const dangerWhat = 'danger'
/** To its writer, of their own. */
export const ownWhat = 'danger-own'
/** To everybody, that it is over: this stays true. */
export const overWhat = 'danger-over'
