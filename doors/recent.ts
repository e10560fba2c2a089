/** Remembers a value for at least `forMs` and at most twice as long, in this process alone. */
export type Recent<Value> = {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

/** Beyond `atMost` values the oldest are forgotten early, so that a flood cannot fill the memory. */
export function recent<Value>({ forMs, atMost }: { forMs: number; atMost: number }): Recent<Value> {
  let now = new Map<string, Value>()
  let before = new Map<string, Value>()
  let since = performance.now()

  function turn(): void {
    const age = performance.now() - since
    if (age < forMs && now.size < atMost / 2) return
    before = age < 2 * forMs ? now : new Map<string, Value>()
    now = new Map<string, Value>()
    since = performance.now()
  }

  return {
    get(key) {
      turn()
      return now.get(key) ?? before.get(key)
    },
    set(key, value) {
      turn()
      now.set(key, value)
    },
    delete(key) {
      now.delete(key)
      before.delete(key)
    },
  }
}
