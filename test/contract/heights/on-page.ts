/** What Chromium says of a form that it has drawn. */
import type { Page } from 'playwright-core'
import type { Measured } from './slack-height.ts'

/** GOV.UK's buttons reach a little beyond themselves. */
const shadowOfButton = 4

/** Hidden for the eye is no part of it. A label is cut where it does not wrap and has no room. */
const measuring = `(main, questions, primary) => {
  const root = document.querySelector(main)
  const top = root.getBoundingClientRect().top
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.offsetWidth > 1
  const first = [...root.querySelectorAll(questions)].find((one) => one.labels?.[0] ? isSeen(one.labels[0]) : isSeen(one))
  const labels = [...root.querySelectorAll('button, label, legend, a[role=button], summary')].filter(isSeen)
  return {
    height: Math.round(root.scrollHeight),
    firstQuestion: first ? Math.round((first.closest('fieldset') ?? first.labels?.[0] ?? first).getBoundingClientRect().top - top) : 0,
    primary: [...root.querySelectorAll(primary)].filter(isSeen).length,
    cut: labels.filter((one) => one.scrollWidth > one.clientWidth + ${shadowOfButton} && getComputedStyle(one).display !== 'inline').map((one) => one.innerText),
  }
}`

export const measureOn = (page: Page, main: string, questions: string, primary: string): Promise<Measured> =>
  page.evaluate(`(${measuring})(...${JSON.stringify([main, questions, primary])})`)
