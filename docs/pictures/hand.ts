/** One browser in the local workspace: it can be anybody in turn, and takes pictures of what it sees. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { smallPng } from './small-png.ts'

/** By the beginning of a question: words, a day such as `2026-09-14`, the label of an option, or the labels of several. */
type Answers = Readonly<Record<string, string | readonly string[]>>

export type Hand = ReturnType<typeof handAt>

const [width, screenHeight, mostHeight] = [1280, 800, 1600]

/** Chromium forgets the language of a page for days that it was given together with their bounds. */
const drawDaysAgain = `for (const day of document.querySelectorAll('input[type=date]')) {
  const { value } = day
  day.value = ''
  day.value = value
}`

/** Pictures are kept in `folder`. */
export function handAt(page: Page, url: string, folder: string) {
  const main = page.locator('main')

  async function opens(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([page.waitForEvent('load'), act()])
  }

  async function goTo(path: string): Promise<void> {
    await page.goto(url + path)
  }

  async function take(name: string, height: number): Promise<void> {
    await page.evaluate('document.activeElement?.blur()')
    await page.evaluate(drawDaysAgain)
    const png = smallPng(await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } }))
    writeFileSync(join(folder, `${name}.png`), png)
    process.stdout.write(`${name}.png: ${Math.ceil(png.length / 1024)} KB\n`)
  }

  /** What the bot says comes a moment after what was done. */
  async function appears(place: Locator): Promise<Locator> {
    for (let look = 0; look < 50 && (await place.count()) === 0; look += 1) {
      await page.waitForTimeout(200)
      await page.reload()
    }
    return place.first()
  }

  return {
    goTo,
    waits: (words: string) => appears(main.getByText(words)),
    isTold: (title: string) => appears(page.locator('.app-message:not(.app-message--held)', { hasText: title })),
    words: () => main.innerText(),
    async be(name: string): Promise<void> {
      await page.setViewportSize({ width, height: screenHeight })
      await goTo('/playground')
      await opens(() => main.getByRole('button', { name }).click())
    },
    async types(command: string): Promise<void> {
      await goTo('/')
      await page.getByLabel('Type a command').fill(command)
      await opens(() => page.getByRole('button', { name: 'Send' }).click())
    },
    /** Of the newest message that has it; to the question before what cannot be taken back, the answer is yes. */
    async press(label: string): Promise<void> {
      const button = await appears(main.getByRole('button', { name: label }))
      await opens(() => button.click())
      if (new URL(page.url()).pathname !== '/question') return
      await opens(() => main.locator('form button[type=submit]').click())
    },
    lives: (later: string) => opens(() => page.getByRole('button', { name: later }).click()),
    send: () => opens(() => main.locator('form button[type=submit]').last().click()),
    async fill(answers: Answers): Promise<void> {
      for (const [question, answer] of Object.entries(answers)) {
        const group = main.getByRole('group', { name: question })
        if ((await group.count()) > 0) await choose(group, typeof answer === 'string' ? [answer] : answer)
        else await put(main.getByLabel(question).first(), String(answer))
      }
    },
    /** What fits on one screen. */
    screen: (name: string) => take(name, screenHeight),
    /** The whole page, as far as it fits on two screens. */
    async page(name: string): Promise<void> {
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
      await take(name, Math.min(height, mostHeight))
    },
  }
}

async function choose(group: Locator, labels: readonly string[]): Promise<void> {
  for (const label of labels) await group.getByLabel(label, { exact: true }).check()
}

async function put(field: Locator, answer: string): Promise<void> {
  const isList = (await field.and(field.page().locator('select')).count()) > 0
  if (isList) await field.selectOption({ label: answer })
  else await field.fill(answer)
}
