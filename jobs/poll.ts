/** Work that runs every few seconds and when poked, one run at a time; a poke during a run means one run more. */

export type Poll = {
  readonly poke: () => void
  /** Pokes, and waits until no run is in hand. */
  readonly settled: () => Promise<void>
  /** Starts no further run, and waits for the one in hand. */
  readonly stop: () => Promise<void>
}

/** `work` must not throw: what fails is its own to log. */
export function startPoll(work: () => Promise<void>, everyMs: number): Poll {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  const timer = setInterval(poke, everyMs)
  poke()

  function poke(): void {
    if (stopped) return
    again = running !== undefined
    running ??= work().finally(() => {
      running = undefined
      if (again) poke()
    })
  }

  async function untilIdle(): Promise<void> {
    while (running) await running
  }

  return {
    poke,
    settled() {
      poke()
      return untilIdle()
    },
    stop() {
      stopped = true
      clearInterval(timer)
      return untilIdle()
    },
  }
}
