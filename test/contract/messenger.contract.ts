/** What every messenger must do, in sentences that name no platform; each platform says how its own things go wrong. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { card, text } from '../../src/display/card.ts'
import type { Account, Platform } from '../../src/ports/accounts.ts'
import type { Messenger } from '../../src/ports/messenger.ts'
import { TooFastError, UndeliverableError } from '../../src/ports/messenger-errors.ts'

export type Beside = {
  readonly messenger: Messenger
  /** Somebody whom the bot reaches there. */
  readonly to: Account
  /** All that came to them, oldest first, as it is read. */
  readonly arrived: () => readonly string[]
  /** Everything that the platform has logged or been told of us, where there is such a thing. */
  readonly goesWrong: Readonly<Record<'away' | 'tooFast', () => Promise<unknown>>> & {
    /** What was posted cannot be drawn again for now. */
    readonly drawingTooFast?: () => Promise<unknown>
    /** It takes the next message, and we never hear so. */
    readonly unheard?: () => Promise<unknown>
  }
  /** Takes the account away on the platform, as an administrator does; another than `to` where there has to be one. */
  readonly goes: () => Promise<Account>
  readonly heal: () => Promise<unknown>
  readonly stop: () => Promise<void>
}

export type MessengerUnderTest = {
  readonly name: string
  readonly way: 'slack' | 'teams' | 'email'
  readonly platform: Platform
  readonly start: () => Promise<Beside>
  /** What a look-up by the marker can say: `certain` where the platform lets a bot read what it has sent. */
  readonly looks: 'certain' | 'unsure'
  /** What is said of an account that has gone: never to be tried again, or to be tried at another place of theirs. */
  readonly gone: 'undeliverable' | 'elsewhere'
  /** What arrives: the card itself, or only that something waits. */
  readonly shows: 'the card' | 'that something waits'
}

const typed = 'Zebedee waits for a plan'
const routine = card(`Case K7Q2: ${typed}`, [text(typed)])
const urgent = card('Urgent: a child may be at risk', [text(typed)])

export function messengerContract({ name, way, platform, start, looks, gone, shows }: MessengerUnderTest): void {
  describe(`a message by ${name}`, () => {
    let beside: Beside
    beforeAll(async () => (beside = await start()))
    afterEach(() => beside.heal())
    afterAll(() => beside.stop())

    const post = (what = routine, isUrgent = false, marker: string = randomUUID(), to = beside.to) =>
      beside.messenger.post(to, what, marker, isUrgent)
    const failure = async (posting: Promise<unknown>): Promise<unknown> => {
      const error: unknown = await posting.then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(error).toBeInstanceOf(Error)
      for (const secret of [typed, 'Zebedee', 'K7Q2', 'demo.example']) expect(everythingOf(error)).not.toContain(secret)
      return error
    }

    it('goes to who is served there', async () => {
      expect(beside.to.platform).toBe(platform)
      expect(await beside.messenger.serves(beside.to)).toBe(true)
    })

    it('gives a receipt of its own each time, and arrives once', async () => {
      const before = beside.arrived().length
      const [one, two] = [await post(), await post()]

      expect(one.way).toBe(way)
      expect(one.conversation).not.toBe('')
      expect(one.message).not.toBe('')
      expect(two.conversation).toBe(one.conversation)
      expect(two.message).not.toBe(one.message)
      expect(beside.arrived()).toHaveLength(before + 2)
    })

    it(`shows ${shows}`, async () => {
      await post()

      const words = beside.arrived().at(-1) ?? ''
      if (shows === 'the card') expect(words).toContain(typed)
      else for (const secret of [typed, 'Zebedee', 'K7Q2']) expect(words).not.toContain(secret)
    })

    it('shows that it is urgent where it is, and only there', async () => {
      await post()
      expect(beside.arrived().at(-1)).not.toMatch(/urgent/i)

      await post(urgent, true)
      expect(beside.arrived().at(-1)).toMatch(/urgent/i)
    })

    it('is tried again later where the platform is away, and by nobody but us', async () => {
      const before = beside.arrived().length
      await beside.goesWrong.away()

      const error = await failure(post())
      expect(error).not.toBeInstanceOf(UndeliverableError)
      expect(beside.arrived()).toHaveLength(before)
    })

    it('waits as long as the platform asks, and has not been posted', async () => {
      const before = beside.arrived().length
      await beside.goesWrong.tooFast()

      const error = await failure(post())
      expect(error).toBeInstanceOf(TooFastError)
      expect((error as TooFastError).retryAfterMs).toBeGreaterThanOrEqual(1_000)
      expect((error as TooFastError).perhapsPosted).toBe(false)
      expect(beside.arrived()).toHaveLength(before)
    })

    it(`is ${gone === 'undeliverable' ? 'given up' : 'taken to another place'} where the account has gone`, async () => {
      const account = await beside.goes()

      const error = await failure(post(routine, false, randomUUID(), account))
      if (gone === 'undeliverable') expect(error).toBeInstanceOf(UndeliverableError)
      else {
        expect(error).toBeInstanceOf(TooFastError)
        expect(error).toMatchObject({ thisPersonAlone: true, perhapsPosted: false })
        expect((error as TooFastError).elsewhere).toBeDefined()
      }
    })

    it('is given up where it can never fit', async () => {
      const tooLong = card('x'.repeat(60_000), [text('x'.repeat(60_000))])
      if (shows === 'that something waits') expect(await post(tooLong)).toMatchObject({ way })
      else expect(await failure(post(tooLong))).toMatchObject({ name: 'UndeliverableError', code: 'does-not-fit' })
    })

    it(`can be looked for by its marker, which is ${looks}`, async () => {
      const since = new Date(Date.now() - 60_000)
      const [marker, never] = [randomUUID(), randomUUID()]
      const receipt = await post(routine, false, marker)

      expect(await beside.messenger.find(beside.to, marker, since)).toEqual(looks === 'certain' ? receipt : 'unsure')
      expect(await beside.messenger.find(beside.to, never, since)).toBe(looks === 'certain' ? 'no' : 'unsure')
    })

    it('is drawn again where it lies, and nothing new arrives', async () => {
      const { messenger, to } = beside
      const [receipt, marker] = [await post(), randomUUID()]
      const before = beside.arrived().length
      expect(messenger.redraw !== undefined).toBe(shows === 'the card')
      if (!messenger.redraw) return
      await messenger.redraw(to, receipt, card('Case K7Q2', [text('Done: nothing is left to press.')]), marker)

      expect(beside.arrived()).toHaveLength(before)
      expect(beside.arrived().at(-1)).toContain('Done: nothing is left to press.')
      expect(beside.arrived().at(-1)).not.toContain(typed)
    })

    it('is not drawn again where it no longer lies, and that is said once and for all', async () => {
      const { messenger, to } = beside
      if (!messenger.redraw) return
      const receipt = await post()

      for (const lost of [
        { ...receipt, message: '1700000000.000001' },
        { ...receipt, conversation: 'D0ELSEWHERE' },
      ]) {
        const error = await failure(messenger.redraw(to, lost, routine, randomUUID()))
        if (error instanceof TooFastError) expect(error.elsewhere).toBeDefined()
        else expect(error).toBeInstanceOf(UndeliverableError)
      }
    })

    it('is drawn again later where the platform asks to wait', async () => {
      const { messenger, to, goesWrong } = beside
      if (!messenger.redraw) return
      const receipt = await post()
      await goesWrong.drawingTooFast?.()

      const error = await failure(messenger.redraw(to, receipt, routine, randomUUID()))
      expect(error).toBeInstanceOf(TooFastError)
      expect((error as TooFastError).retryAfterMs).toBeGreaterThanOrEqual(1_000)
      expect((error as TooFastError).elsewhere).toBeUndefined()
    })

    it('that landed unheard is not taken for one that was refused', async () => {
      const { unheard } = beside.goesWrong
      if (!unheard) return
      const [before, since, marker] = [beside.arrived().length, new Date(Date.now() - 60_000), randomUUID()]
      await unheard()

      const error = await failure(post(routine, false, marker))
      expect(error).not.toBeInstanceOf(UndeliverableError)
      if (error instanceof TooFastError) expect(error.perhapsPosted).toBe(true)
      expect(beside.arrived()).toHaveLength(before + 1)
      const found = await beside.messenger.find(beside.to, marker, since)
      if (looks === 'certain') expect(found).toMatchObject({ way })
      else expect(found).toBe('unsure')
    })
  })
}

/** Whatever a log could find in it. */
const everythingOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)} ${everythingOf(error.cause)}`
    : JSON.stringify(error ?? '')
