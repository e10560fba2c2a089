import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chromiumIsHere, picture, startBrowser } from './chromium.ts'

describe.runIf(chromiumIsHere)('the browser', () => {
  test('shows a page, keeps a picture, and gives each person cookies of their own', async () => {
    const browser = await startBrowser()
    const path = join(tmpdir(), `unstuck-picture-${process.pid}`, 'page.png')
    try {
      const ada = await browser.newPerson()
      await ada.page.setContent('<h1>Unstuck</h1>')
      expect(await ada.page.getByRole('heading').textContent()).toBe('Unstuck')
      await picture(ada.page, path)
      expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG')
      await ada.context.addCookies([{ name: 'who', value: 'ada', url: 'http://127.0.0.1' }])
      const ben = await browser.newPerson()
      expect(await ben.context.cookies()).toEqual([])
    } finally {
      await browser.close()
      rmSync(path, { force: true })
    }
  })
})
