/** Everything that runs without a person asking, started and drained. */
import { hourMs, minuteMs } from '../src/calendar/durations.ts'
import type { Due, Late } from '../src/ports/due.ts'
import { startLateCheck, lateNow } from './late.ts'
import { createCircuits, type AtFault, type LastResult } from './circuits.ts'
import { createDeliver, type DeliverParts } from './deliver.ts'
import { startMakingLinks, type MeetingLinks } from './make-meeting-links.ts'
import { createFindPlace, type FindPlaceParts } from './place.ts'
import { createRedraw, type RedrawParts } from './redraw.ts'
import type { Queues } from './queues.ts'
import { startForgetting } from './forget.ts'
import { startPoll } from './poll.ts'
import { startRelay } from './relay.ts'
import { sendAll } from './send-all.ts'
import { sendableMessages, type SendableParts } from './sendable.ts'
import { throttle } from './throttle.ts'
import { within } from '../doors/within.ts'
import { startWakes, type WakesParts } from './wakes.ts'

export type WorkerParts = Omit<
  WakesParts & Omit<DeliverParts, 'asItStands'> & Omit<SendableParts, 'redraws'> & FindPlaceParts & RedrawParts,
  'placeOf' | 'circuits' | 'everyMs' | 'callTimeoutMs' | 'redraw'
> & {
  readonly queues: Queues
  readonly late: Due['late']
  readonly forgetAnswered: (before: Date) => Promise<void>
  readonly forgetDrafts: (before: Date) => Promise<void>
  /** None: the chairs give links of their own. */
  readonly meetingLinks?: MeetingLinks
  readonly callTimeoutMs?: number
  readonly everyMs?: number
}

export type Worker = {
  /** Something was committed: see at once what it said. */
  poke(): void
  /**
   * Waits until everything that is due now has rung, and has been sent or postponed: for a clock that is moved, and for
   * tests. What other processes have in hand is not waited for.
   */
  untilQuiet(): Promise<void>
  late(): Promise<Late>
  lastResults(): readonly LastResult[]
  /** What an administrator has to put right, as this process knows it. */
  faults(): readonly AtFault[]
  /** Waits for what is in hand. */
  stop(): Promise<void>
}

/** Longer than the two calls of ten seconds that a first message to somebody in Slack may take. */
const callTimeoutMs = 25_000
const everyMs = 2_000
const checkEveryMs = minuteMs
const forgetEveryMs = hourMs
/** Three of them may be missed before others take this process for dead. */
const aliveEveryMs = 3_000
/** Of the time that a call may take: what takes longer keeps no place in the queue, so that it holds up nobody elsewhere. */
const slowPart = 1 / 5
/** After a send, the next message to that person can go; one check covers many sends. */
const pokeEveryMs = 200

export function startWorker(given: WorkerParts): Worker {
  const slowMs = (given.callTimeoutMs ?? callTimeoutMs) * slowPart
  const parts = {
    callTimeoutMs,
    everyMs,
    ...given,
    circuits: createCircuits(given.clock, slowMs),
    placeOf: createFindPlace(given),
  }
  const sendable = sendableMessages(parts)
  const delivering = createDeliver({ ...parts, redraw: createRedraw(parts) })
  const wakes = startWakes(parts)
  const relay = startRelay({ ...parts, sendable, sendHere: (messages) => sendAll(messages, delivering) })
  const checks = startLateCheck({ ...parts, everyMs: checkEveryMs })
  const forgetting = startForgetting({ ...parts, everyMs: forgetEveryMs })
  const links = parts.meetingLinks && startMakingLinks({ ...parts, ...parts.meetingLinks })
  const afterSending = throttle(relay.poke, pokeEveryMs)
  const living = startPoll(
    () => parts.outbox.alive().catch((error: unknown) => parts.log.error('process-unseen', error)),
    aliveEveryMs,
  )
  parts.queues.work(async (message) => {
    const delivered = delivering.deliver(message).then(
      (did) => {
        if (did) afterSending.poke()
      },
      // Said here, since by now its place in the queue may be gone. Its lease ends, and it is tried again.
      (error: unknown) => parts.log.error('delivery-failed', error, { message }),
    )
    await within(slowMs, delivered, () => undefined)
  })

  return {
    poke() {
      wakes.poke()
      links?.poke()
      relay.poke()
    },
    async untilQuiet() {
      for (;;) {
        const rang = await wakes.ringAll()
        const made = (await links?.makeAll()) ?? 0
        const sent = await sendAll(await sendable(), delivering)
        const waited = await delivering.settled()
        if (rang === 0 && made === 0 && !sent && !waited) return
      }
    },
    late: () => lateNow(parts),
    lastResults: () => parts.circuits.lastResults(),
    faults: () => parts.circuits.faults(),
    async stop() {
      afterSending.stop()
      await Promise.all([living.stop(), wakes.stop(), relay.stop(), checks.stop(), forgetting.stop(), links?.stop()])
      await parts.queues.close(delivering.settled)
    },
  }
}
