/**
 * A chat platform, or email, as a model: it keeps what it accepted, and fails in the ways in which real ones do. Only
 * Slack can be asked what it holds, and not always.
 */
import type { Card } from '../../src/display/card.ts'
import type { PersonId } from '../../src/ids.ts'
import type { Account, Platform as Where } from '../../src/ports/accounts.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Messenger, Receipt, Way } from '../../src/ports/messenger.ts'
import { TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'
import type { Chance } from './chance.ts'
import { SilentError } from './gates.ts'

export type Landed = {
  readonly marker: string
  readonly to: PersonId
  readonly account: Account
  readonly way: Way
  readonly card: Card
  readonly marked: boolean
  readonly urgent: boolean
  readonly at: Date
}

type Weather = 'fair' | 'rough' | 'away'

export type Platform = Messenger & {
  weather: Weather
  calm: boolean
  readonly gone: Set<PersonId>
  readonly knows: Set<PersonId>
}

/** What it was drawn as last, by its marker: every copy of it is drawn again. */
export type Drawn = Map<string, Card>

type PlatformParts = {
  readonly way: Exclude<Way, 'web'>
  readonly clock: Clock & { pass(ms: number): void }
  readonly chance: Chance
  readonly landed: (message: Landed) => void
  readonly all: readonly Landed[]
  readonly drawn: Drawn
}

export const callTimeoutMs = 25_000

const whereOf = (way: Way): Where => (way === 'email' ? 'web' : way)
export const accountOn = (way: Way, person: PersonId): Account => ({
  platform: whereOf(way),
  workspace: way === 'slack' ? 'T1' : way === 'teams' ? '1d7e4c2a-5b0f-4e7c-9a63-7c1f0b9d2e55' : 'web',
  user: person,
})

const markOf = 'You may already have this message.'

export function openPlatform({ way, clock, chance, landed, all, drawn }: PlatformParts): Platform {
  const gone = new Set<PersonId>()
  const knows = new Set<PersonId>()

  /** How likely each way of failing is, in a hundred, by the weather. */
  const trouble = (): 'none' | 'lost-answer' | 'too-fast' | 'down' | 'silent' | 'odd' => {
    const drawn = chance.between(1, 100)
    if (platform.calm) return 'none'
    if (platform.weather === 'fair') return drawn <= 97 ? 'none' : drawn <= 98 ? 'lost-answer' : 'too-fast'
    if (platform.weather === 'away') return drawn <= 80 ? 'down' : drawn <= 92 ? 'silent' : 'lost-answer'
    return drawn <= 30
      ? 'none'
      : drawn <= 55
        ? 'lost-answer'
        : drawn <= 65
          ? 'too-fast'
          : drawn <= 75
            ? 'down'
            : drawn <= 90
              ? 'silent'
              : 'odd'
  }

  function land(to: Account, card: Card, marker: string, urgent: boolean): Receipt {
    const marked = JSON.stringify(card.body).includes(markOf)
    landed({ marker, to: to.user as PersonId, account: to, way, card, marked, urgent, at: clock.now() })
    return receiptOf(to, marker)
  }
  const receiptOf = (to: Account, marker: string): Receipt => ({ way, conversation: `D-${to.user}`, message: marker })

  const platform: Platform = {
    weather: 'fair',
    calm: false,
    gone,
    knows,
    serves: () => Promise.resolve(true),
    accountOf(person) {
      if (platform.weather === 'away') return Promise.reject(new Error('the platform is away'))
      return Promise.resolve(knows.has(person) ? accountOn(way, person) : undefined)
    },
    post: (to, card, marker, urgent) => promised(() => posts(to, card, marker, urgent)),
    find: (to, marker, since) => promised(() => finds(to, marker, since)),
    ...(way !== 'email' && { redraw: (_, lies, card) => promised(() => draws(lies, card)) }),
  }

  /** Somebody who can no longer be written to still has what lies in their chat. */
  function draws({ message }: Receipt, card: Card): void {
    clock.pass(chance.between(20, 200))
    const goesWrong = trouble()
    if (goesWrong === 'too-fast') throw new TooFastError(chance.between(1_000, 60_000))
    if (goesWrong === 'none' || goesWrong === 'lost-answer') drawn.set(message, card)
    if (goesWrong === 'silent') throw new SilentError(callTimeoutMs)
    if (goesWrong !== 'none') throw new Error('503')
  }

  function posts(to: Account, card: Card, marker: string, urgent = false): Receipt {
    clock.pass(chance.between(20, 200))
    if (gone.has(to.user as PersonId)) throw new UndeliverableError('account_inactive')
    switch (trouble()) {
      case 'none':
        return land(to, card, marker, urgent)
      case 'lost-answer':
        land(to, card, marker, urgent)
        throw new Error('500')
      case 'too-fast':
        throw new TooFastError(chance.between(1_000, 60_000), { thisPersonAlone: chance.percent(50) })
      case 'odd':
        if (chance.percent(50)) land(to, card, marker, urgent)
        throw new TooFastError(30_000, { perhapsPosted: true })
      case 'down':
        throw new Error('503')
      case 'silent':
        if (chance.percent(50)) land(to, card, marker, urgent)
        throw new SilentError(callTimeoutMs)
    }
  }

  function finds(to: Account, marker: string, since: Date): Receipt | 'no' | 'unsure' {
    clock.pass(chance.between(20, 200))
    if (platform.weather === 'away' || (platform.weather === 'rough' && chance.percent(20))) throw new Error('503')
    if (way !== 'slack' || (!platform.calm && chance.percent(10))) return 'unsure'
    const from = since.getTime() - 1_000
    const found = all.some(
      (one) => one.marker === marker && one.way === way && one.account.user === to.user && one.at.getTime() >= from,
    )
    return found ? receiptOf(to, marker) : 'no'
  }

  return platform
}

// eslint-disable-next-line @typescript-eslint/require-await -- what it throws becomes a promise that fails
const promised = async <Result>(work: () => Result): Promise<Result> => work()
