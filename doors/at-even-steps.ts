/** What a piece of work comes to, at the next of even steps of time: how long it took by itself says nothing. */
import { setTimeout as pause } from 'node:timers/promises'

/** In milliseconds. What fails is said at a step as well. */
export async function atEvenSteps<Result>(stepMs: number, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    const took = performance.now() - started
    await pause(Math.ceil(took / stepMs) * stepMs - took)
  }
}
