/** Where a command writes: lines for whoever sits there, and what is wrong with the call. */
export type Terminal = { readonly out: (words: string) => void; readonly err: (words: string) => void }
