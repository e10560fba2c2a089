/** A person with a browser and no chat: somebody of the local workspace, unless told how else they become themselves. */
import type { Locator, Page } from 'playwright-core'
import { isPost, type Answers, type Person, type Told } from './person.ts'

/** How long a person waits for a message that is on its way, and how long between two looks. */
const [patienceMs, pauseMs] = [60_000, 200]

export function asBrowser(name: string, page: Page, url: string, signsIn?: () => Promise<void>): Person {
  const main = page.locator('main')
  const messages = page.locator('.app-message:not(.app-message--held)')

  async function goesHome(): Promise<void> {
    await page.goto(url)
    if (/^\/(playground|sign-in)/.test(new URL(page.url()).pathname)) await becomes()
    // What is done is folded away, and was told all the same.
    for (const folded of await page.locator('details.app-over > summary').all()) await folded.click()
  }

  const becomes = signsIn ?? choosesWhoToBe

  async function choosesWhoToBe(): Promise<void> {
    await page.goto(`${url}/playground`)
    await page.getByRole('main').getByRole('button', { name }).click()
    await page.waitForURL(`${url}/`)
  }

  async function waits(title: string): Promise<Locator> {
    const deadline = performance.now() + patienceMs
    while (performance.now() < deadline) {
      await goesHome()
      const found = messages.filter({ has: page.getByRole('heading', { name: title }) })
      if ((await found.count()) > 0) return found.first()
      const posts = messages.filter({ has: page.getByRole('heading', { name: isPost }), hasText: title })
      if ((await posts.count()) > 0) return posts.first()
      await page.waitForTimeout(pauseMs)
    }
    throw new Error(`${name} was not told "${title}", but:\n${(await titles()).map((each) => `  ${each}`).join('\n')}`)
  }

  const titles = (): Promise<string[]> => messages.getByRole('heading').allInnerTexts()

  /** A button may say, to people who hear it alone, which thing it is for. */
  const buttonIn = (place: Locator, label: string): Locator =>
    place.getByRole('button', { name: new RegExp(`^${escaped(label)}\\s*(:|$)`) })

  /** To the question before what cannot be taken back. */
  async function saysYes(): Promise<void> {
    await page.waitForLoadState()
    if (new URL(page.url()).pathname !== '/question') return
    await main.locator('form button[type=submit]').click()
    await page.waitForLoadState()
  }

  const person: Person = {
    name,
    arrives: becomes,
    async types(command) {
      await goesHome()
      await page.getByLabel('Type a command').fill(command)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.waitForLoadState()
    },
    async presses(title, button) {
      await buttonIn(await waits(title), button).click()
      await saysYes()
    },
    async goesOn(button) {
      await buttonIn(main, button).click()
      await saysYes()
    },
    async sends(answers) {
      const sending = main.locator('form button[type=submit]:not([name=back])').last()
      let left = answers
      while ((await sending.innerText()).startsWith('Next: ')) {
        left = await fillInAsked(main, left)
        await sending.click()
        await page.waitForLoadState()
        const wrong = page.locator('.govuk-error-summary')
        if ((await wrong.count()) > 0) throw new Error(`${name}: ${await wrong.innerText()}`)
      }
      await fillIn(main, left)
      await sending.click()
      await page.waitForLoadState()
      const problem = page.locator('.govuk-error-summary')
      if ((await problem.count()) > 0) throw new Error(`${name}: ${await problem.innerText()}`)
    },
    async sees(words) {
      const text = `${await main.innerText()}\n${(await typedIn(main)).join('\n')}`
      if (!text.includes(words)) throw new Error(`${name} does not see "${words}" but:\n${text}`)
    },
    async choicesOf(question) {
      const field = await fieldOf(main, question)
      const options =
        field.kind === 'group' ? field.found.locator('label') : field.found.locator('option:not([value=""])')
      return (await options.allInnerTexts()).map((text) => text.trim())
    },
    async isTold(title): Promise<Told> {
      const message = await waits(title)
      const heading = await message.getByRole('heading').first().innerText()
      const labels = await message.getByRole('button').allInnerTexts()
      const buttons = labels.map((label) => label.replace(/\s*: [\s\S]*$/, '').trim())
      return { title: heading, text: await message.innerText(), buttons }
    },
    async titlesSoFar() {
      await goesHome()
      return (await titles()).reverse()
    },
  }
  return person
}

/** What stands in the fields, which is no part of a page's own text. */
const typedIn = async (form: Locator): Promise<string[]> =>
  Promise.all(
    (await form.locator('textarea, input[type=text], input[type=date]').all()).map((field) => field.inputValue()),
  )

/** Of a form in steps; gives what is asked in the next ones. */
async function fillInAsked(form: Locator, answers: Answers): Promise<Answers> {
  const [asked, others]: [Record<string, Answers[string]>, Record<string, Answers[string]>] = [{}, {}]
  for (const [question, answer] of Object.entries(answers))
    ((await isAsked(form, question)) ? asked : others)[question] = answer
  await fillIn(form, asked)
  return others
}

async function isAsked(form: Locator, question: string): Promise<boolean> {
  return fieldOf(form, question).then(
    () => true,
    () => false,
  )
}

async function fillIn(form: Locator, answers: Answers): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    const { kind, found } = await fieldOf(form, question)
    if (kind === 'words') await found.fill(String(answer))
    else if (kind === 'list') await found.selectOption({ label: String(answer) })
    else await choose(found, typeof answer === 'string' ? [answer] : answer)
  }
}

/** Ticks these and no others. */
async function choose(group: Locator, labels: readonly string[]): Promise<void> {
  for (const box of await group.getByRole('checkbox').all()) await box.setChecked(false)
  for (const label of labels) await group.getByLabel(label, { exact: true }).check()
}

type Found = { readonly kind: 'words' | 'list' | 'group'; readonly found: Locator }

async function fieldOf(form: Locator, question: string): Promise<Found> {
  const name = new RegExp(`^\\s*${escaped(question)}( \\(optional\\))?\\s*$`)
  const group = form.getByRole('group', { name })
  if ((await group.count()) > 0) return { kind: 'group', found: group }
  const listed = form.getByRole('combobox', { name })
  if ((await listed.count()) > 0) return { kind: 'list', found: listed }
  const field = form.getByLabel(name)
  const count = await field.count()
  if (count === 1) return { kind: 'words', found: field }
  throw new Error(`"${question}" is asked ${count} times in:\n${await form.innerText()}`)
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
