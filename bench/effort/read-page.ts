/** What is on a page, as somebody sees it: the words that are visible, and the fields of its form. */
import type { Page } from 'playwright-core'
import { wordsIn } from './tally.ts'

export type Field = {
  readonly name: string
  readonly kind: 'words' | 'lines' | 'day' | 'radios' | 'boxes' | 'list'
  /** What can be chosen. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly given: readonly string[]
  /** Of a day. */
  readonly earliest: string
  /** One answer among several fields is enough. */
  readonly oneOfSeveral: boolean
}

/** Hidden for the eye, folded away, or in a list that is closed: not read. What a field or a closed list holds is. */
const visibleWords = `(place) => {
  const main = document.querySelector(place)
  const isSeen = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false
    for (let each = element; each !== main; each = each.parentElement) {
      const { position } = getComputedStyle(each)
      if (position === 'absolute' && each.offsetWidth <= 1 && each.offsetHeight <= 1) return false
    }
    return true
  }
  const seen = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement: element, data } = walker.currentNode
    if (!element.closest('select, textarea, script') && isSeen(element)) seen.push(data)
  }
  const shown = (selector) => [...main.querySelectorAll(selector)].filter(isSeen)
  for (const field of shown('input[type=text], input[type=date], textarea')) seen.push(field.value)
  for (const list of shown('select')) seen.push(list.selectedOptions[0]?.text ?? '')
  return seen.join(' ')
}`

const fieldsOfForm = `() => {
  const all = [...document.querySelectorAll('main form [name^=field-]')]
  return [...new Set(all.map(({ name }) => name))].map((name) => {
    const elements = all.filter((one) => one.name === name)
    const [first] = elements
    const kinds = { radio: 'radios', checkbox: 'boxes', date: 'day', textarea: 'lines', 'select-one': 'list' }
    const ticked = kinds[first.type] === 'radios' || kinds[first.type] === 'boxes'
    const chosen = ticked ? elements : [...(first.options ?? [])].filter(({ value }) => value !== '')
    return {
      name,
      kind: kinds[first.type] ?? 'words',
      options: chosen.map((one) => ({ value: one.value, label: one.text ?? one.labels[0]?.innerText ?? '' })),
      given: ticked
        ? elements.filter(({ checked }) => checked).map(({ value }) => value)
        : [first.value].filter((value) => value !== ''),
      earliest: first.min ?? '',
      oneOfSeveral: (first.labels?.[0]?.innerText ?? '').includes('(answer one of these'),
    }
  })
}`

/** By its place on the page, a selector. */
export async function wordsOn(page: Page, place = 'main'): Promise<number> {
  return wordsIn(String(await page.evaluate(`(${visibleWords})(${JSON.stringify(place)})`)))
}

export const fieldsOn = (page: Page): Promise<readonly Field[]> => page.evaluate(`(${fieldsOfForm})()`)

/** Which fields the page says have to be answered, or answered otherwise. */
export async function complainedOf(page: Page): Promise<readonly string[]> {
  const links = await page.locator('.govuk-error-summary a[href^="#field-"]').all()
  return Promise.all(links.map(async (link) => (await link.getAttribute('href'))?.slice(1) ?? ''))
}
