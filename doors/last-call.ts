/** How another service last answered us, for the status page: no call is made to find out. */
export type LastCall = { readonly last: 'not-used-yet' | 'ok' } | { readonly last: 'failed'; readonly code: string }

export type Calls = {
  /** Passes on what the call comes to, and notes how it went. */
  readonly note: <Result>(call: Promise<Result>) => Promise<Result>
  readonly last: () => LastCall
}

/** `codeOf` makes a short code of a failure, which holds nothing that anybody typed. */
export function noteCalls(codeOf: (error: unknown) => string): Calls {
  let last: LastCall = { last: 'not-used-yet' }
  return {
    async note(call) {
      try {
        const result = await call
        last = { last: 'ok' }
        return result
      } catch (error) {
        last = { last: 'failed', code: codeOf(error) }
        throw error
      }
    },
    last: () => last,
  }
}
