/** Does it at once, and then at most once in every `everyMs`, however often it is asked for. */
export function throttle(work: () => void, everyMs: number): { readonly poke: () => void; readonly stop: () => void } {
  let resting: NodeJS.Timeout | undefined
  let again = false

  function poke(): void {
    if (resting) {
      again = true
      return
    }
    resting = setTimeout(rested, everyMs)
    work()
  }

  function rested(): void {
    resting = undefined
    if (!again) return
    again = false
    poke()
  }

  return {
    poke,
    stop() {
      clearTimeout(resting)
      again = false
    },
  }
}
