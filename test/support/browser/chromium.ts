/** A browser without a window, with a profile of its own that is gone when it closes. */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { chromium as found } from '../../../bin/launch/find-programs.mjs'
import { scratchFolder } from '../scratch.ts'

export const chromiumIsHere = found !== undefined

/** For a page to do what it was told: a busy machine must not decide what a test finds. */
const patienceMs = 60_000

export type Browser = {
  /** A page of its own, with no cookies of any other. */
  newPerson(): Promise<{ readonly context: BrowserContext; readonly page: Page }>
  close(): Promise<void>
}

/** `more`: switches of Chromium in addition to those that every test needs. */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  if (found === undefined) throw new Error('there is no Chromium on this machine')
  const home = scratchFolder('browser')
  const browser = await chromium.launch({
    executablePath: found,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
    env: { ...definedEnvironment(), HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  })
  return {
    async newPerson() {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
      context.setDefaultTimeout(patienceMs)
      return { context, page: await context.newPage() }
    },
    async close() {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Keeps a picture of the whole page where somebody asked for it; the folder is made when it is missing. */
export async function picture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage: true })
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
