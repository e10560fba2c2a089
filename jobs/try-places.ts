/** One attempt at one message, at each place of its person in turn: it is undeliverable only when none is left. */
import { dayMs } from '../src/calendar/durations.ts'
import type { Account } from '../src/ports/accounts.ts'
import { InstallationError, TooFastError } from '../src/ports/messenger-errors.ts'
import type { Doubt, TakenMessage } from '../src/ports/outbox.ts'
import { within } from '../doors/within.ts'
import { attempt, rests, type AttemptParts } from './attempt.ts'
import { failed, type Attempted, type Elsewhere } from './attempted.ts'
import { isSame, isSending, type FindPlace, type Place } from './place.ts'

type Where = Pick<Account, 'platform' | 'workspace'>

export type TryingParts = AttemptParts & {
  readonly placeOf: FindPlace
  /** The platform says that nothing can be written to this account: it is left out from now on. */
  readonly closeAccount: (account: Account) => Promise<void>
  /** Says to those who look after Unstuck what somebody has to put right; the same again says nothing new. */
  readonly tellAtFault: (where: Where, code: string) => Promise<void>
}

type Later = Extract<Attempted, { result: 'later' }>
/** `refusedBy`: no place takes it for now; the code of the last one. */
export type Tried = Exclude<Attempted, Elsewhere | Later> | (Later & { readonly refusedBy?: string })

/** Where an administrator has to act: soon enough after they have. */
const faultWaitMs = 60_000
/** After so long, and so many attempts, a state that was said to pass has not passed: nights and closed days do not count. */
const [passesWithinMs, passesWithinAttempts] = [dayMs, 10]

export async function tryPlaces(parts: TryingParts, message: TakenMessage): Promise<Tried> {
  const passed: Account[] = []
  const refusals: Elsewhere[] = []
  let { doubt } = message
  for (;;) {
    const place = await placeFor(parts, message, passed, doubt)
    if ('result' in place && place.result === 'later') return place
    if (!('result' in place) && isNoAnswer(place, passed, refusals)) return outcome(parts, message, refusals)
    const result = 'result' in place ? place : await attemptAt(parts, place, withDoubt(message, doubt))
    if (result.result !== 'elsewhere') return result
    const account = !('result' in place) && isSending(place) ? place.account : undefined
    doubt = result.doubt
    refusals.push(result)
    await follow(parts, account, result)
    if (!account) return outcome(parts, message, refusals)
    passed.push(account)
  }
}

/** Asked before it waits for its turn, which where nothing is answered is long, and once more when it comes. */
async function attemptAt(parts: TryingParts, place: Place, message: TakenMessage): Promise<Attempted> {
  const trying = () => rests(parts, place, message) ?? attempt(parts, place, message)
  return isSending(place) ? (rests(parts, place, message) ?? parts.circuits.inTurn(place.account, trying)) : trying()
}

async function placeFor(
  { placeOf, callTimeoutMs }: TryingParts,
  { to }: TakenMessage,
  passed: readonly Account[],
  doubt: Doubt | undefined,
): Promise<Place | Later | Elsewhere> {
  try {
    return await within(callTimeoutMs, placeOf(to, passed))
  } catch (error) {
    // Where the person is could not be asked.
    const result = failed(error, doubt)
    return result.result === 'elsewhere' ? result : { result: 'later', error, ...(doubt && { doubt }) }
  }
}

function withDoubt(message: TakenMessage, doubt: Doubt | undefined): TakenMessage {
  const { doubt: earlier, ...rest } = message
  return earlier === doubt ? message : { ...rest, ...(doubt && { doubt }) }
}

/** After a refusal: no place at all, the same again, or a page that nothing announces where waiting may bring it to a chat. */
function isNoAnswer(place: Place, passed: readonly Account[], refusals: readonly Elsewhere[]): boolean {
  if (isSending(place)) return passed.some((one) => isSame(one, place.account))
  return refusals.length > 0 && (place.way === 'nowhere' || refusals.some(mayPass))
}

const mayPass = ({ because }: Elsewhere): boolean => because === 'installation' || because === 'for-now'

async function follow(parts: TryingParts, account: Account | undefined, { because, error, code }: Elsewhere) {
  if (because === 'account' && account) await parts.closeAccount(account)
  const where = because === 'installation' && error instanceof InstallationError ? (error.where ?? account) : undefined
  if (!where) return
  parts.circuits.atFault(where, code)
  await parts.tellAtFault(where, code)
}

/** What somebody has to put right waits as long as it takes; what passes waits a day; all else waits for nothing. */
function outcome({ clock }: TryingParts, message: TakenMessage, refusals: readonly Elsewhere[]): Tried {
  const last = refusals.findLast(mayPass) ?? refusals.at(-1)
  const doubt = refusals.at(-1)?.doubt
  const copies = doubt?.copies ?? 0
  if (!last) return { result: 'undeliverable', code: 'no-account', copies }
  const later = { result: 'later', error: last.error, ...(doubt && { doubt }) } as const
  if (refusals.some(({ because }) => because === 'installation'))
    return { ...later, waitMs: faultWaitMs, refusedBy: last.code }
  const waitedMs = clock.now().getTime() - message.saidAt.getTime()
  const isPassing = waitedMs < passesWithinMs || message.attempts - message.waits < passesWithinAttempts
  if (last.because === 'for-now' && isPassing) return { ...later, waitMs: waitOf(last), refusedBy: last.code }
  return { result: 'undeliverable', code: last.code, copies }
}

const waitOf = ({ error }: Elsewhere): number => (error instanceof TooFastError ? error.retryAfterMs : faultWaitMs)
