/** A canary's owner at a browser: plain http, every address and every header kept to be searched. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Hand } from './hand.ts'
import { formIn, hiddenIn, mainOf, pressables, textOfPage, unescaped, type Pressable, type Sending } from './page.ts'

const [looks, pauseMs] = [100, 150]

export type WebHand = Hand & { reads(path: string): Promise<string> }

/** What goes over the wire in addition to the page itself. */
export type Wire = (what: string) => void

export function webHand(person: string, name: string, url: string, wire: Wire): WebHand {
  let cookies = new Map<string, string>()
  let page = ''

  async function goes(path: string, body?: URLSearchParams): Promise<void> {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ')
    const response = await fetch(new URL(path, url), {
      redirect: 'manual',
      headers: { cookie, origin: url },
      ...(body && { method: 'POST', body }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]*)=([^;]*)/.exec(set) ?? []
      cookies = new Map([...cookies, [key, value]])
    }
    page = await response.text()
    wire(`${path} ${JSON.stringify([...response.headers])} ${besidesWords(page)}`)
    const next = response.headers.get('location')
    if (next !== null) await goes(next)
  }

  async function goesHome(): Promise<void> {
    if (!cookies.has('unstuck-persona')) await goes('/playground/be', new URLSearchParams({ person }))
    await goes('/')
    wire(`the messages of ${name}: ${page}`)
  }

  async function press(all: readonly Pressable[], button: string | RegExp): Promise<void> {
    const found = all.find(({ label }) => (typeof button === 'string' ? label === button : button.test(label)))
    if (!found) throw new Error(`${name}: no "${String(button)}" in:\n${textOfPage(page)}`)
    if ('href' in found) await goes(found.href)
    else await sends(found)
  }

  /** To the question before what cannot be taken back, the answer is yes. */
  async function sends({ to, fields }: Sending): Promise<void> {
    await goes(to, new URLSearchParams(fields))
    if (to !== '/question') return
    const [yes] = pressables(mainOf(page))
    if (!yes || !('to' in yes)) throw new Error(`${name}: nothing to say yes to in:\n${textOfPage(page)}`)
    await sends(yes)
  }

  async function messageWith(title: string): Promise<string> {
    for (let look = 0; look < looks; look += 1) {
      await goesHome()
      const messages = [...page.matchAll(/<article[\s\S]*?<\/article>/g)].map(([article]) => article)
      const titled = messages.find((one) => (/<h3[^>]*>([^<]*)/.exec(one)?.[1] ?? '').includes(title))
      if (titled !== undefined && !titled.includes('app-message--held')) return titled
      await pause(pauseMs)
    }
    throw new Error(`${name} was not told "${title}" but:\n${textOfPage(page)}`)
  }

  return {
    name,
    async types(words) {
      await goesHome()
      const { _csrf = '' } = hiddenIn(page)
      await goes('/command', new URLSearchParams({ _csrf, command: words }))
      // Here every word is the bot's own, or somebody's that must not be said again.
      if (!words.startsWith('/stuck-case') || page.includes('I did not understand')) wire(page)
    },
    presses: async (title, button) => press(pressables(await messageWith(title)), button),
    goesOn: (button) => press(pressables(mainOf(page)), button),
    answers: () => Promise.resolve(), // a page holds all its questions, and is sent with them
    fields: () => formIn(page).fields,
    async sends(filled) {
      const { hidden, holds } = formIn(page)
      const kept = holds.filter(([field]) => filled[field.replace('field-', '')] === undefined)
      const given = Object.entries(filled).flatMap(([field, value]) =>
        [value].flat().map((one): [string, string] => [`field-${field}`, one]),
      )
      await goes('/ask', new URLSearchParams([...Object.entries(hidden), ...kept, ...given]))
    },
    sees: () => textOfPage(page),
    async reads(path) {
      await goesHome()
      await goes(path)
      return page
    },
  }
}

/** The title, which stays in a browser's history, every address, and every hidden field. */
const besidesWords = (page: string): string =>
  JSON.stringify([
    /<title>([\s\S]*?)<\/title>/.exec(page)?.[1] ?? '',
    [...page.matchAll(/ (?:href|src|action|id|name|for|class)="([^"]*)"/g)].map(([, value = '']) => unescaped(value)),
    hiddenIn(page),
  ])
