/** Moves the demonstration's clock as its own buttons do. */

/** The longest step on offer. */
const weekMs = 7 * 24 * 60 * 60 * 1000

export type DemonstrationClock = {
  /** Lives through everything until then; `at` such as `2026-09-09T10:00`, by the clocks of England in summer time. */
  livesUntil(at: string): Promise<void>
}

export function demonstrationClock(url: string, startsAt: string): DemonstrationClock {
  let now = Date.parse(startsAt)

  async function move(to: number): Promise<void> {
    const body = new URLSearchParams({ from: new Date(now).toISOString(), to: new Date(to).toISOString() })
    const response = await fetch(`${url}/playground/later`, {
      method: 'POST',
      body,
      headers: { origin: url },
      redirect: 'manual',
    })
    if (response.status !== 303) throw new Error(`the clock was not moved: ${response.status} ${await response.text()}`)
    now = to
  }

  return {
    async livesUntil(at) {
      const goal = Date.parse(`${at}:00+01:00`)
      while (now < goal) await move(Math.min(goal, now + weekMs))
    },
  }
}
