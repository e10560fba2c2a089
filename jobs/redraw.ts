/**
 * Draws a posted card again where it lies, as it stands now. Drawing the same twice does no harm, so nothing is looked for
 * after an attempt of which nobody knows how it ended: it is made again.
 */
import { dayMs } from '../src/calendar/durations.ts'
import type { Card } from '../src/display/card.ts'
import type { CaseId, MessageId, PersonId } from '../src/ids.ts'
import type { Account } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Log } from '../src/ports/log.ts'
import { InstallationError, TooFastError, UndeliverableError } from '../src/ports/messenger-errors.ts'
import type { Redraws, SettledAsks, TakenRedraw } from '../src/ports/redraws.ts'
import { within } from '../doors/within.ts'
import { backOffMs } from './back-off.ts'
import { createCircuits } from './circuits.ts'
import { hashOfCard } from './hash-of-card.ts'
import type { ThreadParts } from './in-thread.ts'
import { messengerFor, type Messengers } from './place.ts'

export type RedrawParts = {
  readonly redraws: Redraws
  readonly messengers: Messengers
  /** A card that was said, as it stands now. */
  readonly asItStands: (said: {
    readonly to: PersonId
    readonly card: Card
    readonly settled: SettledAsks
  }) => Promise<Card>
  readonly threading?: ThreadParts
  readonly clock: Clock
  readonly log: Log
  readonly callTimeoutMs: number
}

/** Somebody who comes back from a week away still finds it settled; after that few look. */
const givenUpAfterMs = 7 * dayMs
/** Something has become of it since it was taken, or another process has it: this attempt is of no use. */
class OvertakenError extends Error {
  constructor() {
    super('overtaken')
  }
}

/** Where a workspace takes no updates now, or an administrator has to act. */
const restMs = 60_000

/** False when there was nothing to do. */
export type Redraw = (id: MessageId) => Promise<boolean>

/** Updates have circuits of their own: what a platform refuses to draw again says nothing of what may be sent there. */
export function createRedraw(parts: RedrawParts): Redraw {
  const { redraws, clock, log } = parts
  const circuits = createCircuits(clock)
  const leaseMs = parts.callTimeoutMs * 4

  return async (id) => {
    const taken = await redraws.take(id, clock.now(), leaseMs)
    if (!taken) return false
    try {
      const stands = await parts.asItStands(taken)
      const card = parts.threading && taken.rootOf ? await headed(parts.threading, taken.rootOf, taken, stands) : stands
      const drawn = hashOfCard(card)
      if (isThere(taken, drawn)) await redraws.settled(taken)
      else await redraws.settled(taken, (await drawAtOne(taken, card)) ? drawn : undefined)
    } catch (error) {
      if (error instanceof OvertakenError) await redraws.settled(taken)
      else await later(taken, error)
    }
    return true
  }

  /** False where it lies nowhere any longer: then nobody can see it. */
  async function drawAtOne(taken: TakenRedraw, card: Card): Promise<boolean> {
    for (const account of taken.accounts) {
      const messenger = messengerFor(parts.messengers, account.platform)
      if (!messenger?.redraw || !(await messenger.serves(account))) continue
      if (!circuits.closed(account)) throw new TooFastError(restMs)
      if (!(await redraws.hold(taken, clock.now(), parts.callTimeoutMs * 2))) throw new OvertakenError()
      const call = messenger.redraw(account, taken.lies, card, taken.message)
      if (await lies(account, within(parts.callTimeoutMs, call))) return true
    }
    log.info('card-no-longer-there', { message: taken.message })
    if (taken.rootOf) await parts.threading?.threads.forget(taken.message)
    return false
  }

  async function lies(account: Account, drawing: Promise<void>): Promise<boolean> {
    try {
      await drawing
      circuits.succeeded(account)
      return true
    } catch (error) {
      if (error instanceof UndeliverableError) return false
      if (error instanceof TooFastError && error.elsewhere !== undefined) return false
      if (error instanceof InstallationError) circuits.atFault(account, error.code)
      else if (!(error instanceof TooFastError)) circuits.failed(account)
      else if (!error.thisPersonAlone)
        circuits.asksToWait(account, new Date(clock.now().getTime() + error.retryAfterMs))
      throw error
    }
  }

  async function later(taken: TakenRedraw, error: unknown): Promise<void> {
    const now = clock.now().getTime()
    const ids = { message: taken.message, attempts: taken.attempts }
    if (now - taken.askedAt.getTime() > givenUpAfterMs) {
      log.warn('redraw-given-up', { ...ids, code: 'too-old' })
      return redraws.settled(taken)
    }
    const waitMs =
      error instanceof TooFastError ? error.retryAfterMs : Math.max(backOffMs(taken.attempts, false), 1_000)
    log.error('redraw-postponed', error, { ...ids, waitMs })
    return redraws.postpone(taken, new Date(now + waitMs))
  }
}

const headed = async ({ caseAsItStands }: ThreadParts, stuck: CaseId, { to }: TakenRedraw, card: Card): Promise<Card> =>
  (await caseAsItStands(stuck, to, card, true)).card

/** Drawn so already, or never drawn again and as it was said. */
const isThere = (taken: TakenRedraw, drawn: string): boolean => drawn === (taken.drawn ?? hashOfCard(taken.card))
