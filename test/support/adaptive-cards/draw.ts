/** Draws a card on a page with the reference renderer, set as Teams sets it. */
import type { Page } from 'playwright-core'
import { rendererFile } from './package.ts'

/**
 * In Teams choices read no Markdown (github.com/MicrosoftDocs/msteams-docs/issues/12228); what does read it comes out as
 * `<mark>`, whether or not there is any in it. What a button would send is kept as `sent`.
 */
const drawing = `(card) => {
  AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = '<mark>' + text + '</mark>'
    result.didProcess = true
  }
  const drawn = new AdaptiveCards.AdaptiveCard()
  drawn.onExecuteAction = (action) => { window.sent = action.data }
  drawn.parse(card)
  window.sent = undefined
  document.body.replaceChildren(drawn.render())
}`

export async function drawOn(page: Page, card: object): Promise<void> {
  if (!(await page.evaluate(`typeof AdaptiveCards === 'object'`))) await page.addScriptTag({ path: rendererFile })
  await page.evaluate(`(${drawing})(${JSON.stringify(card)})`)
}

/** What is written on the page, and what its inputs hold. */
export const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(
    `document.body.textContent + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join('')`,
  )

export const sentBy = (page: Page): Promise<unknown> => page.evaluate('window.sent')
