/**
 * Every call of a port waits at a gate, and one at a time is let through: so chance decides who goes first, and a process
 * can be killed between any two calls. A call of a process that was killed is never answered, as in a real one.
 */
import type { Clock } from '../../src/ports/clock.ts'
import type { Chance } from './chance.ts'
import type { Trace } from './trace.ts'

export type Living = { readonly name: string; dead: boolean }

type Waiting = {
  readonly process: Living
  readonly what: string
  /** Not before this moment. */
  readonly from?: Date
  /** Does the call; the caller hears of it only when `answer` is called. */
  readonly call: () => Promise<() => void>
}

export type Gates = ReturnType<typeof openGates>

export type GateFaults = {
  /** Whether the one whose turn it is dies now: before its call, or after it and before the answer. */
  readonly kills: (process: Living) => 'before' | 'after' | undefined
  /** Whether the call fails: without having happened, or after it. */
  readonly fails: (process: Living, what: string) => 'before' | 'after' | undefined
  readonly killed: (process: Living) => void
}

/** The platform took the call and says nothing: the caller gives up after so long. */
export class SilentError extends Error {
  readonly ms: number
  constructor(ms: number) {
    super('no answer')
    this.ms = ms
  }
}

export function openGates(chance: Chance, clock: Clock, trace: Trace, faults: GateFaults) {
  let waiting: Waiting[] = []

  function pass<Result>(process: Living, what: string, call: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      waiting.push({
        process,
        what,
        async call() {
          const fails = faults.fails(process, what)
          const lost = new Error('the connection was lost')
          if (fails === 'before') return () => reject(lost)
          try {
            const result = await call()
            trace.say(process.name, what, result)
            return fails === 'after' ? () => reject(lost) : () => resolve(result)
          } catch (error) {
            trace.say(process.name, what, error)
            if (error instanceof SilentError) return () => givesUp(process, what, error, reject)
            return () => reject(error instanceof Error ? error : new Error('it failed', { cause: error }))
          }
        },
      })
    })
  }

  function givesUp(process: Living, what: string, error: SilentError, reject: (why: Error) => void): void {
    const from = new Date(clock.now().getTime() + error.ms)
    waiting.push({ process, what: `${what}, given up`, from, call: () => Promise.resolve(() => reject(error)) })
  }

  /** Lets one through; false when nobody's turn has come. */
  async function step(): Promise<boolean> {
    await everybodyWaits()
    waiting = waiting.filter(({ process }) => !process.dead)
    const ready = waiting.filter(({ from }) => !from || from <= clock.now())
    if (ready.length === 0) return false
    const one = chance.oneOf(ready)
    waiting.splice(waiting.indexOf(one), 1)
    const kills = one.process.name === 'administrator' ? undefined : faults.kills(one.process)
    if (kills !== 'before') {
      const answer = await one.call()
      if (!kills) answer()
    }
    if (kills) {
      one.process.dead = true
      trace.say(one.process.name, `killed ${kills} ${one.what}`)
      faults.killed(one.process)
    }
    await everybodyWaits()
    return true
  }

  /** A port whose every call waits at the gate. */
  const gated = <Port extends object>(process: Living, name: string, port: Port): Port =>
    new Proxy(port, {
      get(target, key) {
        const method: unknown = Reflect.get(target, key)
        if (typeof method !== 'function') return method
        return (...given: unknown[]) =>
          pass(process, `${name}.${String(key)} ${textOf(given[0])}`, () =>
            Promise.resolve(Reflect.apply(method, target, given)),
          )
      },
    })

  return {
    pass,
    step,
    gated,
    /** Whether somebody is about to call a platform: then no long time may pass, as its client gives up. */
    posting: () => waiting.some(({ process, what }) => !process.dead && /\.post /.test(what)),
    nextFrom: () =>
      waiting
        .filter(({ process }) => !process.dead)
        .flatMap(({ from }) => from ?? [])
        .toSorted((a, b) => a.getTime() - b.getTime())[0],
  }
}

const textOf = (given: unknown): string => {
  if (typeof given === 'string') return given
  if (given instanceof Date || typeof given !== 'object' || given === null) return ''
  return 'id' in given ? String(given.id) : 'user' in given ? String(given.user) : ''
}

/** Between two calls of a port there are no timers, so that one turn is enough. */
const everybodyWaits = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
