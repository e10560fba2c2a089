/** Starts the product, has people do what they do in six weeks, and kills it once in the middle. */
import type { Browser } from '../support/browser/chromium.ts'
import { startProductBeside } from '../support/product-beside.ts'
import { slackSettings } from '../support/product.ts'
import { startSlack, type Slack } from '../support/slack/service.ts'
import { accountOf, castFor, parts, people, team, type Part } from './cast.ts'
import { clockStrip, type Line } from './clock-strip.ts'
import { grantedScopes } from './granted-scopes.ts'
import { doAction, findTime, firstLook, giveNewDate, meetAndAgree, raiseAndAsk, recordAssessment } from './six-weeks.ts'

const starts = '2026-11-30T09:30:00Z'

/** The others have a browser and no chat. */
export const atSlack: readonly Part[] = ['practitioner', 'socialWorker', 'policeLead', 'chair']

/** Of the message that Slack takes and the process can no longer note. */
export const diedOver = 'your action is due Monday 28 December 2026, 3 working days after its first date'

/** In all titles A and B stand for what people call the two children, C for the case. */
export type Lived = {
  /** What the workspace says of everybody, with dates. */
  readonly told: readonly Line[]
  /** What each person has in their chat, in its order, or on their own page. */
  readonly has: ReadonlyMap<Part, readonly string[]>
  readonly slack: Slack
  end(): Promise<void>
}

export async function liveSixWeeks(browser: Browser): Promise<Lived> {
  const slack = await startSlack({ patienceMs: 30_000 })
  const workspace = slack.addWorkspace({ team, scopes: grantedScopes() })
  for (const part of atSlack) slack.addUser({ team, id: accountOf(part), email: people[part].email })
  const product = await startProductBeside({ ...slackSettings(slack, workspace), DEMO_CLOCK: starts })
  const end = async () => {
    await product.tearDown()
    await slack.stop()
  }
  try {
    return { ...(await live()), slack, end }
  } catch (error) {
    await end()
    throw new Error(`the process said\n${product.output().slice(-3000)}`, { cause: error })
  }

  async function live(): Promise<Pick<Lived, 'told' | 'has'>> {
    slack.deliverTo(`${product.url}/slack/events`)
    const where = (part: Part) => (atSlack.includes(part) ? 'slack' : 'browser')
    const cast = await castFor({ url: product.url, slack, browser }, where)
    const strip = clockStrip((await browser.newPerson()).page, product.url, people.iro.name)
    const browsing = parts.filter((part) => !atSlack.includes(part))
    const days = async (count: number) => {
      for (let day = 0; day < count; day += 1) {
        // What nobody looks at counts as not reached, and others are told in their place.
        for (const part of browsing) await cast[part].titlesSoFar()
        await strip.press('A day later')
      }
    }

    /** It is on their pages, so that they see it when they look. */
    const arrive = async (title: string, whose: readonly Part[] = ['iro', 'healthLead', 'schoolLead']) => {
      for (const part of whose) await cast[part].isTold(title)
    }

    for (const part of atSlack) await cast[part].arrives()
    const children = await firstLook(cast.socialWorker, slack.user(team, accountOf('socialWorker')))
    const ref = await raiseAndAsk(cast)
    await arrive('views close on', ['healthLead', 'schoolLead'])
    await days(1) // the second piece of news of a day comes with the post of the next
    await arrive('views close on', ['iro'])
    await days(1) // Wednesday 2 December: views have closed
    await findTime(cast)
    await arrive('the meeting is set')
    await days(2) // Friday 4
    await strip.press('An hour later')
    await meetAndAgree(cast)
    await arrive('what was agreed')
    await arrive('your action, due', ['healthLead', 'schoolLead'])
    await days(4) // Tuesday 8
    await giveNewDate(cast)
    await days(8) // Wednesday 16
    await recordAssessment(cast, children.fallingDue)
    await days(1)
    await doAction(cast)

    slack.faults.fail('chat.postMessage', 1, 'commit-then-hang')
    void strip.press('A day later').catch(() => undefined) // Friday 18; the page gets no answer
    await cast.socialWorker.isTold(diedOver)
    await product.kill()
    await product.startAgain()
    await strip.press('An hour later') // longer than the lease of the process that died

    await days(24) // Monday 11 January 2027

    const named = (what: string) =>
      what.replace(`Case ${ref}`, 'Case C').replace(children.overdue, 'A').replace(children.fallingDue, 'B')
    const told = (await strip.toldSince(starts)).map((line) => ({ ...line, what: named(line.what) }))
    const has = new Map<Part, readonly string[]>()
    for (const part of parts) has.set(part, (await cast[part].titlesSoFar()).map(named))
    return { told, has }
  }
}
