/** The workspace's own buttons that move its clock, and its page of who was told what meanwhile. */
import type { Page } from 'playwright-core'

type Later = 'An hour later' | 'A day later' | 'A week later'

/** One line of the page: `time` by the clocks of England, `what` with a note where it was said more than once. */
export type Line = { readonly day: string; readonly time: string; readonly name: string; readonly what: string }

type ClockStrip = {
  /** Presses, and waits until everything has happened that was due by then. */
  press(later: Later): Promise<void>
  /** Everything that anybody was told since an instant such as `2026-09-07T00:00:00Z`. */
  toldSince(since: string): Promise<readonly Line[]>
}

/** `page` is of nobody yet; it becomes `name`, since the strip stands on somebody's pages. */
export function clockStrip(page: Page, url: string, name: string): ClockStrip {
  return {
    async press(later) {
      await page.goto(url)
      if (new URL(page.url()).pathname === '/playground')
        await page.getByRole('main').getByRole('button', { name }).click()
      await page.getByRole('button', { name: later }).click()
      await page.waitForURL(/\/playground\/passed/)
    },
    async toldSince(since) {
      await page.goto(`${url}/playground/passed?since=${since}`)
      const lines: Line[] = []
      for (const section of await page.locator('main section').all()) {
        const day = asDay(await section.getByRole('heading').innerText())
        for (const row of await section.locator('tbody tr').allInnerTexts()) lines.push({ day, ...readRow(row, name) })
      }
      return lines
    },
  }
}

/** Cells with tabs between them; a name with "Be" before it, for people who hear the page, and a role below it. */
function readRow(row: string, you: string): Omit<Line, 'day'> {
  const [time = '', whom = '', what = ''] = row.split('\t').map((cell) => cell.trim())
  const [name = ''] = whom.replace(/^Be\s+/, '').split('\n')
  return { time, name: name === 'You' ? you : name, what }
}

/** `Monday 7 September 2026` → `2026-09-07` */
function asDay(words: string): string {
  const [, ...date] = words.trim().split(' ')
  return new Date(`${date.join(' ')} UTC`).toISOString().slice(0, 10)
}
