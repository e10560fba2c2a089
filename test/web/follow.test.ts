/** A question that follows from an answer is hidden until it is given; without scripts it is there from the start. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { notComplete } from '../../src/display/refusal.ts'
import { formThatFollows, known, number, why } from '../display/form-that-follows.ts'
import { chromiumIsHere, startBrowser, type Browser } from '../support/browser/chromium.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { servePages, type Served } from './serve.ts'

describe.runIf(chromiumIsHere)('a question that follows', { timeout: 30_000 }, () => {
  const replies: Replies = {}
  let served: Served
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    served = await servePages({ answer: answering(replies), patienceMs: 1000 })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
  })
  beforeEach(async () => {
    Object.assign(replies, { opening: formThatFollows(), doing: done('Saved.') })
    const person = await browser.newPerson()
    page = person.page
    return () => person.context.close()
  })

  const open = () => page.goto(served.address + openAddress)
  const seen = async () => Promise.all([number, why].map((label) => page.getByLabel(label).isVisible()))
  const choose = (label: string) => page.getByRole('group', { name: known }).getByLabel(label).check()

  it('comes with its answer and goes with another, unless something was written into it', async () => {
    await open()
    expect(await seen()).toEqual([true, false])
    await choose('I have none')
    expect(await seen()).toEqual([false, true])
    await page.getByLabel(why).fill('Nobody knows it.')
    await choose('I have one')
    expect(await seen()).toEqual([true, true])
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    expect(replies.asked?.at(-1)?.form?.['why']?.map((typed) => typed.reveal())).toEqual(['Nobody knows it.'])
  })

  it('is there where something is wrong with it', async () => {
    replies.doing = notComplete({ why: 'Say why.' })
    await open()
    await choose('I have one')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    expect(await seen()).toEqual([true, true])
  })

  it('is there from the start without scripts', async () => {
    await page.route('**/*.js', (route) => route.abort())
    await open()
    expect(await seen()).toEqual([true, true])
  })
})
