import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { slackSettings, startOfTheDemonstration, startProduct } from '../support/product.ts'
import { startSlack } from '../support/slack/service.ts'
import { accountOf, castFor, parts, people, team, type Part, type Where } from './cast.ts'
import { demonstrationClock } from './demonstration-clock.ts'
import { grantedScopes } from './granted-scopes.ts'
import { goTheWholeWay } from './way-through.ts'

/** As in a real partnership: the authority and the police have Slack, health and school have not. */
const mixed: Readonly<Record<Part, Where>> = {
  practitioner: 'slack',
  socialWorker: 'browser',
  healthLead: 'browser',
  policeLead: 'slack',
  schoolLead: 'slack',
  teamManager: 'browser',
  chair: 'slack',
  iro: 'browser',
}

const factsOf = new Map<string, string>()
let browser: Browser | undefined

beforeAll(async () => {
  browser = chromiumIsHere ? await startBrowser() : undefined
})
afterAll(() => browser?.close())

async function play(name: string, where: (part: Part) => Where): Promise<void> {
  const slack = await startSlack({ patienceMs: 30_000 })
  const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
  for (const part of parts.filter((each) => where(each) === 'slack'))
    slack.addUser({ team, id: accountOf(part), email: people[part].email })
  const product = await startProduct(slackSettings(slack, workspace))
  try {
    slack.deliverTo(`${product.url}/slack/events`)
    const cast = await castFor({ url: product.url, slack, browser }, where)
    const ref = await goTheWholeWay(cast, demonstrationClock(product.url, startOfTheDemonstration))
    expect(slack.violations).toEqual([])
    factsOf.set(name, withoutTimes(await product.run('facts', ref)))
    expect(await product.stop()).toBe(0)
  } catch (error) {
    throw new Error(`${name}: the process said\n${product.output().slice(-3000)}`, { cause: error })
  } finally {
    await product.tearDown()
    await slack.stop()
  }
}

/** The days stay: they are the same, however long each journey takes. */
const withoutTimes = (facts: string): string => facts.replaceAll(/^(.*?), \d\d:\d\d/gm, '$1')

describe('the way through', { timeout: 300_000 }, () => {
  test('all in Slack', () => play('slack', () => 'slack'))

  test.runIf(chromiumIsHere)('all in the browser', () => play('browser', () => 'browser'))

  test.runIf(chromiumIsHere)('some in Slack, some in the browser', () => play('mixed', (part) => mixed[part]))

  test.runIf(chromiumIsHere)('ends in the same facts', () => {
    const slack = factsOf.get('slack')
    expect(slack).toMatch(/case-raised[\s\S]*case-confirmed[\s\S]*summary-approved[\s\S]*case-closed/)
    expect(factsOf.get('browser')).toBe(slack)
    expect(factsOf.get('mixed')).toBe(slack)
  })
})
