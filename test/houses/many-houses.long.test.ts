/** One case of three Slack workspaces, three Teams tenants and two browsers; each sees the same meeting where they are. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPartnership } from '../../bin/config/load-partnership.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { demonstrationClock } from '../journeys/demonstration-clock.ts'
import { openHouses, type Houses } from './houses.ts'
import { doAndClose, findTime, giveViews, meet, parts, raiseAndConfirm, type Cast } from './one-case.ts'
import { identifier, starts, startPartnership } from './start.ts'

const file = join(import.meta.dirname, 'partnership.yaml')
const mailOf = (houses: Houses) => new Set(houses.mail.emails().map(({ to }) => to))

describe.runIf(chromiumIsHere)('one case in eight houses', { timeout: 300_000 }, () => {
  let houses: Houses
  let browser: Browser

  beforeAll(async () => {
    houses = await openHouses(await loadPartnership(file))
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await houses.stop()
  })

  test('goes from raising to closing, also when one workspace takes the bot out in the middle', async () => {
    const { slack, teams, mail } = houses
    const product = await startPartnership(file, houses.settings(temporaryFolder()))
    try {
      houses.deliverTo(product.url)
      const cast: Cast = {}
      for (const part of parts) cast[part] = await houses.person(part, browser, product.url)
      for (const person of Object.values(cast)) await person.arrives()
      const clock = demonstrationClock(product.url, starts)

      const ref = await raiseAndConfirm(cast, identifier)
      await giveViews(cast, ref)
      await clock.livesUntil('2026-09-09T09:05')
      await findTime(cast, ref)
      expect(mailOf(houses)).toEqual(new Set(['faye.tarn@fosterkin.example', 'yusuf.hale@youngcarers.example']))

      await slack.uninstall('T0OAK')
      const posted = postsTo(houses, 'T0OAK')
      const told = await cast['chair']?.isTold(`${ref}: some people now get emails`)
      expect(told?.text).toContain('Olga Finch')
      cast['school-lead'] = await houses.byMail('school-lead', browser, product.url)

      await clock.livesUntil('2026-09-10T10:00')
      await mail.waitFor('olga.finch@oak.example', ({ subject }) => /something is waiting/i.test(subject))
      await cast['school-lead'].isTold(`${ref}: the meeting is on the next working day`)
      await clock.livesUntil('2026-09-11T10:05')
      await meet(cast, ref)
      await doAndClose(cast, ref, clock)

      expect(postsTo(houses, 'T0OAK')).toBe(posted)
      expect(mailOf(houses)).toEqual(
        new Set(['faye.tarn@fosterkin.example', 'yusuf.hale@youngcarers.example', 'olga.finch@oak.example']),
      )
      expect(mail.emails().filter(({ raw }) => raw.includes(ref) || raw.includes('Wren'))).toEqual([])
      expect([...slack.violations, ...teams.violations]).toEqual([])
    } finally {
      await product.stop()
    }
  })
})

const postsTo = ({ slack }: Houses, team: string): number =>
  slack.callsOf('chat.postMessage').filter((call) => call.team === team).length
