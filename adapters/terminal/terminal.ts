/** Where a command writes: lines for the person who sits there, and what is wrong with the call. */
export type Terminal = { readonly out: (words: string) => void; readonly err: (words: string) => void }
