/**
 * The promise that nobody has to change their chat: one of the four who carry a case is in turn in Slack, in Teams and in
 * a browser, the others are elsewhere, and what happened is the same, byte for byte.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { startProductBeside } from '../support/product-beside.ts'
import { slackSettings, startOfTheDemonstration, teamsSettings } from '../support/product.ts'
import { startSlack } from '../support/slack/service.ts'
import { startTeams } from '../support/teams/service.ts'
import {
  accountOf,
  castFor,
  objectIdOf,
  parts,
  people,
  team,
  tenant,
  type Cast,
  type Part,
  type Where,
} from './cast.ts'
import { demonstrationClock, type DemonstrationClock } from './demonstration-clock.ts'
import { grantedScopes } from './granted-scopes.ts'
import { endNothingInSilence } from './no-silent-ends.ts'
import { childName, goTheWholeWay } from './way-through.ts'

const carriers = ['chair', 'socialWorker', 'healthLead', 'iro'] as const satisfies readonly Part[]

/** One of these is in a browser when none of the four is: they press a button or two, and a browser takes longest. */
const few = ['policeLead', 'teamManager'] as const

const chats = ['slack', 'teams'] as const

/** Every way has all platforms in it; the others change their chats from one way to the next. */
function arrangement(carrier: Part, platform: Where): (part: Part) => Where {
  const way = carriers.findIndex((each) => each === carrier)
  const browsing = platform === 'browser' ? carrier : few[way % few.length]
  return (part) => {
    if (part === carrier) return platform
    if (part === browsing && chromiumIsHere) return 'browser'
    return chats[(parts.indexOf(part) + way) % chats.length] ?? 'slack'
  }
}

type Story = (cast: Cast, clock: DemonstrationClock) => Promise<readonly string[]>

/** The facts of its cases, one after the other. */
async function play(where: (part: Part) => Where, browser: Browser | undefined, story: Story): Promise<string> {
  const [slack, teams] = await Promise.all([startSlack({ patienceMs: 30_000 }), startTeams({ patienceMs: 30_000 })])
  const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
  teams.addTenant(tenant)
  for (const part of parts) {
    const { name, email } = people[part]
    if (where(part) === 'slack') slack.addUser({ team, id: accountOf(part), email })
    if (where(part) === 'teams') teams.addUser({ tenant, aadObjectId: objectIdOf(part), name, email })
  }
  const product = await startProductBeside({ ...slackSettings(slack, workspace), ...teamsSettings(teams) })
  try {
    slack.deliverTo(`${product.url}/slack/events`)
    teams.deliverTo(`${product.url}/api/messages`)
    const cast = await castFor({ url: product.url, slack, teams, browser }, where)
    const refs = await story(cast, demonstrationClock(product.url, startOfTheDemonstration))
    expect([...slack.violations, ...teams.violations]).toEqual([])
    const posted = JSON.stringify([
      ...teams.calls,
      ...['chat.postMessage', 'response_url'].flatMap((method) => slack.callsOf(method)),
    ])
    expect(refs.some((ref) => posted.includes(ref))).toBe(true)
    for (const said of [posted, product.output()]) expect(said).not.toContain(childName)
    const facts: string[] = []
    for (const ref of refs) facts.push(withoutTimes(await product.run('facts', ref)))
    return facts.join('\n')
  } catch (error) {
    throw new Error(`the process said\n${product.output().slice(-3000)}`, { cause: error })
  } finally {
    await product.tearDown()
    await Promise.all([slack.stop(), teams.stop()])
  }
}

/** The days stay: they are the same, however long each journey takes. */
const withoutTimes = (facts: string): string => facts.replaceAll(/^(.*?), \d\d:\d\d/gm, '$1')

/**
 * Called by a file of each platform, so that they are played beside each other. Each of the four is in a browser in one
 * way; these ways have everybody in either chat as well, so one more for each chat is enough.
 */
export function showParity(platform: Where, carrying: readonly (typeof carriers)[number][]): void {
  describe.runIf(platform !== 'browser' || chromiumIsHere)(
    `the way through, on ${platform}`,
    { timeout: 300_000 },
    () => {
      let browser: Browser | undefined
      beforeAll(async () => {
        browser = chromiumIsHere ? await startBrowser() : undefined
      })
      afterAll(() => browser?.close())

      test.each(carrying)('of the %s ends in the same facts', async (carrier) => {
        const facts = await play(arrangement(carrier, platform), browser, async (...stage) => [
          await goTheWholeWay(...stage),
        ])
        await expect(facts).toMatchFileSnapshot('../golden/way-through/facts.txt')
      })
    },
  )
}

/** The IRO and the social worker are there, and everybody else in a chat; all of it ends in the same facts. */
export function showNoSilentEnds(platform: Where): void {
  describe.runIf(platform !== 'browser' || chromiumIsHere)(
    `no silent ends, on ${platform}`,
    { timeout: 300_000 },
    () => {
      let browser: Browser | undefined
      beforeAll(async () => {
        browser = platform === 'browser' ? await startBrowser() : undefined
      })
      afterAll(() => browser?.close())

      test('a closing, a disagreement and a raising that nobody confirms', async () => {
        const there: readonly Part[] = ['iro', 'socialWorker', 'practitioner']
        const other = platform === 'slack' ? 'teams' : 'slack'
        const facts = await play((part) => (there.includes(part) ? platform : other), browser, endNothingInSilence)
        await expect(facts).toMatchFileSnapshot('../golden/way-through/no-silent-ends.txt')
      })
    },
  )
}
