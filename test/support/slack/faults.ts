/** What can be wrong with Slack, set by a test for the next calls. */

export type Fault =
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 500 | 502 | 503 }
  /** `{ ok: false, error }`, such as `channel_not_found` or `internal_error`. */
  | { readonly error: string; readonly messages?: readonly string[] }
  /** An answer in place of the right one, such as one that says nothing. */
  | { readonly answer: Readonly<Record<string, unknown>> }
  | 'reset'
  /** Never answers, and does nothing. */
  | 'hang'
  /** Does what was asked, and never answers. */
  | 'commit-then-hang'
  /** Does what was asked, and cuts the line. */
  | 'commit-then-reset'

export type Faults = {
  /** The next `times` calls of `method` (`*`: any) meet `fault`. */
  fail(method: string, times: number, fault: Fault): void
  /** From now on every call, or every call of `method`, is answered this late. */
  answerAfter(ms: number, method?: string): void
  /** Everything works again. */
  heal(): void
  next(method: string): Fault | undefined
  delayOf(method: string): number
}

const any = '*'

export function createFaults(): Faults {
  const waiting: { method: string; times: number; fault: Fault }[] = []
  const delays = new Map<string, number>()
  return {
    fail(method, times, fault) {
      waiting.push({ method, times, fault })
    },
    answerAfter(ms, method = any) {
      delays.set(method, ms)
    },
    heal() {
      waiting.length = 0
      delays.clear()
    },
    next(method) {
      const first = waiting.find((each) => each.times > 0 && (each.method === method || each.method === any))
      if (first) first.times -= 1
      return first?.fault
    },
    delayOf: (method) => delays.get(method) ?? delays.get(any) ?? 0,
  }
}
