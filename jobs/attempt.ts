/** One attempt at one message, and how it ended. */
import type { Card } from '../src/display/card.ts'
import type { Account } from '../src/ports/accounts.ts'
import type { Clock } from '../src/ports/clock.ts'
import type { Receipt } from '../src/ports/messenger.ts'
import { InstallationError, ThreadGoneError, TooFastError, UndeliverableError } from '../src/ports/messenger-errors.ts'
import type { Doubt, TakenMessage } from '../src/ports/outbox.ts'
import type { CaseThread } from '../src/ports/threads.ts'
import { failed, failedAt, type Attempted } from './attempted.ts'
import { call, type CallParts } from './call.ts'
import { hashOfCard } from './hash-of-card.ts'
import { placed, threadOf, type Placed, type ThreadParts } from './in-thread.ts'
import { isSame, isSending, type SendingPlace, type Place } from './place.ts'
import { markAsRepeat } from './mark-as-repeat.ts'
import type { RedrawParts } from './redraw.ts'

/** The code of a message to somebody who is on no platform. */
const noAccount = 'no-account'

export type AttemptParts = CallParts & {
  /** Whether the message still holds, and still for this person. */
  readonly stillTrue: (message: TakenMessage) => Promise<boolean>
  /** Whether the lease of this attempt still holds; from now on it holds for as long as a call may take. */
  readonly stillOurs: (message: TakenMessage, where: Account) => Promise<boolean>
  /** A card that has waited, as it stands now; as it was said where nothing is given. */
  readonly asItStands?: RedrawParts['asItStands']
  /** Absent: no message is a reply. */
  readonly threading?: ThreadParts
}

/** Well within the silence after which a process that has just said that it lives is taken for dead. */
const heldForMs = 3_000

export async function attempt(parts: AttemptParts, place: Place, message: TakenMessage): Promise<Attempted> {
  const startedAt = parts.clock.now()
  let { doubt } = message
  let thread: CaseThread | undefined
  try {
    thread = isSending(place) ? await threadOf(parts.threading, place, message) : undefined
    if (doubt && isSending(place)) {
      const { account, messenger } = place
      const found = await call(
        parts,
        account,
        'find',
        messenger.find(account, message.id, inRealTime(doubt.since, parts.clock), thread?.root?.lies),
      )
      if (typeof found === 'object') {
        if (thread && !thread.root) await parts.threading?.threads.begin(message, thread.case, account, startedAt)
        return posted(found, doubt.copies)
      }
      if (found === 'no' && isAllAt(account, doubt)) doubt = undefined
    }
    const copies = doubt?.copies ?? 0
    if (!(await parts.stillTrue(message))) return { result: 'no-longer-true', copies }
    if (!isSending(place))
      return place.way === 'nowhere'
        ? { result: 'undeliverable', code: noAccount, copies }
        : { result: 'on-page', receipt: onPage(message), copies: copies + 1 }

    const said = await cardOf(parts, message)
    const where = await placed(parts.threading, thread, { ...message, card: said })
    // A process that was suspended may be about to lose its lease, or has lost it.
    const spentMs = parts.clock.now().getTime() - startedAt.getTime()
    if (spentMs > parts.callTimeoutMs * 2) throw new Error('too little was left of the lease')
    const askedAt = Date.now()
    if (!(await parts.stillOurs(message, place.account))) throw new Error('the lease is held by another process')
    // Its answer may have lain there while this process slept, and another took it for dead.
    if (Date.now() - askedAt > heldForMs) throw new Error('whether the lease still holds is not known')
    const ended = await post(parts, place, message, where, doubt)
    if (ended.result !== 'sent' && ended.result !== 'unsure') return ended
    // What was posted is posted: if this fails, the next message about the case begins its thread.
    if (where.begins && thread)
      await parts.threading?.threads
        .begin(message, thread.case, place.account, parts.clock.now())
        .catch(() => undefined)
    return where.card === message.card ? ended : { ...ended, drawn: hashOfCard(where.card) }
  } catch (error) {
    if (!(error instanceof ThreadGoneError)) return failedAt(parts.circuits, place, error, doubt)
    if (thread?.root) await parts.threading?.threads.forget(thread.root.message)
    return { result: 'later', error, waitMs: 0, ...(doubt && { doubt }) }
  }
}

/** Its workspace takes nothing now. */
export function rests(
  { circuits }: AttemptParts,
  place: Place,
  { urgent, doubt }: TakenMessage,
): Attempted | undefined {
  const restMs = isSending(place) ? circuits.restMs(place.account, urgent) : 0
  return restMs > 0 ? failed(new TooFastError(restMs), doubt) : undefined
}

/** Nothing has become of most since they were said. */
const cardOf = async ({ asItStands }: AttemptParts, message: TakenMessage): Promise<Card> =>
  asItStands && Object.keys(message.settled).length > 0 ? asItStands(message) : message.card

/** Somebody who moved to another account meanwhile may have the message at the earlier one. */
const isAllAt = (account: Account, { places = [] }: Doubt): boolean => places.every((one) => isSame(one, account))

const onPage = ({ id }: TakenMessage): Receipt => ({ way: 'web', conversation: 'web', message: id })

/** A look-up finds one and looks no further, so of several that may have been posted it proves one alone. */
const posted = (receipt: Receipt, copies: number): Attempted =>
  copies > 1 ? { result: 'unsure', receipt, copies } : { result: 'sent', receipt }

/**
 * Platforms live in real time, also where our clock was moved. It only ever moves forward, so that nothing was longer
 * ago by theirs than by ours.
 */
const inRealTime = (at: Date, clock: Clock): Date => new Date(Date.now() - (clock.now().getTime() - at.getTime()))

async function post(
  parts: AttemptParts,
  place: SendingPlace,
  { id, urgent }: TakenMessage,
  { card, under }: Placed,
  doubt: Doubt | undefined,
): Promise<Attempted> {
  const { account, messenger } = place
  const startedAt = parts.clock.now()
  const copies = (doubt?.copies ?? 0) + 1
  try {
    const posting = messenger.post(account, doubt ? markAsRepeat(card) : card, id, urgent, under)
    return posted(await call(parts, account, 'post', posting), copies)
  } catch (error) {
    if (error instanceof ThreadGoneError) throw error
    const wasRefused =
      error instanceof TooFastError
        ? !error.perhapsPosted
        : error instanceof UndeliverableError || error instanceof InstallationError
    // Another place may be tried next, and must know that it may be here already.
    const places = [...(doubt?.places ?? []), account]
    return failedAt(
      parts.circuits,
      place,
      error,
      wasRefused ? doubt : { since: doubt?.since ?? startedAt, copies, places },
    )
  }
}
