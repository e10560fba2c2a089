/** How long each form is on each platform: a form over its budget fails here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { renderForm as renderForSlack } from '../../adapters/slack/draw/render-form.ts'
import { renderForm as renderForTeams } from '../../adapters/teams/draw/render-form.ts'
import { highest } from '../../adapters/teams/draw/dialog-height.ts'
import type { Form } from '../../src/display/form.ts'
import { drawOn } from '../support/adaptive-cards/draw.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { answering, openAddress, type Replies } from '../web/replies.ts'
import { servePages, type Served } from '../web/serve.ts'
import { budgets, inTeams, lookOfTeams, onPages, otherwise, screen, type Times } from './heights/budgets.ts'
import { measureOn } from './heights/on-page.ts'
import { measureModal, type Measured } from './heights/slack-height.ts'
import { formsOf, tableOf } from './heights/table.ts'
import { wholeWay } from './whole-way/walk.ts'

const opened = { ask: 'open-mine' } as const
const once = '0b9f5c1e-3f0e-4d2b-9a55-6f7d7d1f2a10'
let forms: ReadonlyMap<string, Form>

beforeAll(async () => {
  forms = formsOf(await wholeWay('plain'))
}, 300_000)

async function measureAll(measure: (form: Form) => Measured | Promise<Measured>): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>()
  for (const [name, form] of forms) measured.set(name, await measure(form))
  return measured
}

/** A dialog of medium width, and how much of it may be empty. */
const [widthOfDialog, mostEmpty] = [560, 150]

type Where = { readonly times?: Times; readonly inSlack?: true }
const asItIs: Times = { height: 1, firstQuestion: 1 }

const overBudget = (measured: ReadonlyMap<string, Measured>, { times = asItIs, inSlack }: Where = {}) =>
  [...measured].flatMap(([name, { height, firstQuestion, primary, cut }]) => {
    const budget = budgets[name] ?? otherwise
    const longest = Math.round(budget.screens * screen * times.height)
    const first = Math.round(budget.firstQuestion * times.firstQuestion)
    const known = inSlack ? (budget.cutInSlack ?? []) : []
    return [
      ...(height > longest ? [`${name}: ${height} px, ${longest} at most`] : []),
      ...(firstQuestion > first ? [`${name}: first asks after ${firstQuestion} px, ${first} at most`] : []),
      ...(primary > 1 ? [`${name}: ${primary} buttons stand out`] : []),
      ...cut.filter((label) => !known.includes(label)).map((label) => `${name}: "${label}" is cut`),
    ]
  })

it('keeps every form within its budget in Slack', async () => {
  const measured = await measureAll((form) => measureModal(renderForSlack(form, once, opened)))

  expect(measured.size).toBeGreaterThan(25)
  await expect(tableOf(forms, measured)).toMatchFileSnapshot('../golden/heights.txt')
  expect(overBudget(measured, { inSlack: true })).toEqual([])
})

describe.runIf(chromiumIsHere)('keeps every form within its budget', { timeout: 240_000 }, () => {
  const replies: Replies = {}
  let served: Served
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    served = await servePages({ answer: answering(replies) })
    browser = await startBrowser()
    page = (await browser.newPerson()).page
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })

  const inTeamsOf = (form: Form) => renderForTeams(form, once, { newOnce: () => once, surface: 'dialog' }, { opened })
  const ofTeams = (form: Form) => inTeamsOf(form).card.content

  async function ofDialogs(width: number) {
    await page.setViewportSize({ width, height: screen })
    await page.goto('about:blank')
    await page.addStyleTag({ content: lookOfTeams })
    return measureAll(async (form) => {
      await drawOn(page, ofTeams(form))
      return measureOn(page, '.ac-adaptiveCard', 'input, textarea, select', '.style-positive')
    })
  }

  async function ofPages(width: number) {
    await page.setViewportSize({ width, height: screen })
    return measureAll(async (form) => {
      replies.opening = form
      await page.goto(served.address + openAddress)
      return measureOn(page, '.app-sheet', '[name^=field-]', '.govuk-button:not(.govuk-button--secondary)')
    })
  }

  it.each([520, 320] as const)('in a dialog of Teams of %i px', async (width) => {
    expect(overBudget(await ofDialogs(width), { times: inTeams[width] })).toEqual([])
  })

  it('opens a dialog of Teams as high as what is in it', async () => {
    const wrong = [...(await ofDialogs(widthOfDialog))].flatMap(([name, { height }]) => {
      const form = forms.get(name)
      const opens = form ? inTeamsOf(form).height : 0
      const tooLow = opens < Math.min(height, highest)
      return tooLow || opens > height + mostEmpty ? [`${name}: ${opens} px for ${height}`] : []
    })
    expect(wrong).toEqual([])
  })

  it.each([1280, 375] as const)('on a page of %i px', async (width) => {
    expect(overBudget(await ofPages(width), { times: onPages[width] })).toEqual([])
  })
})
