/** What can be wrong with Teams, set by a test for the next calls of the bot. */

export type Fault =
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 412 | 500 | 502 | 503 | 504 }
  | { readonly status: 401 | 403 | 404; readonly code: string }
  | 'reset'
  /** Never answers, and does nothing. */
  | 'hang'
  /** Does what was asked, and never answers. */
  | 'commit-then-hang'
  /** Does what was asked, and cuts the line. */
  | 'commit-then-reset'

/** The doors of the service, as faults name them. */
export type Operation = 'login' | 'send' | 'update' | 'delete' | 'create' | 'members'

export type Faults = {
  /** The next `times` calls of this operation (`*`: any) meet `fault`. */
  fail(operation: Operation | '*', times: number, fault: Fault): void
  /** From now on the bot is answered this late. */
  answerAfter(ms: number): void
  /** Everything works again. */
  heal(): void
  next(operation: Operation): Fault | undefined
  readonly delay: number
}

export function createFaults(): Faults {
  const waiting: { operation: Operation | '*'; times: number; fault: Fault }[] = []
  let delay = 0
  return {
    fail(operation, times, fault) {
      waiting.push({ operation, times, fault })
    },
    answerAfter(ms) {
      delay = ms
    },
    heal() {
      waiting.length = 0
      delay = 0
    },
    next(operation) {
      const first = waiting.find((each) => each.times > 0 && [operation, '*'].includes(each.operation))
      if (first) first.times -= 1
      return first?.fault
    },
    get delay() {
      return delay
    },
  }
}
