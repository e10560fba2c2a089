/** What a browser is shown for each sample, as a reviewer sees it in the diff. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notComplete } from '../../src/display/refusal.ts'
import { answering, openAddress, type Replies } from './replies.ts'
import { hostile, samples } from './samples.ts'
import { send, servePages, type Served } from './serve.ts'

const replies: Replies = {}
let served: Served

beforeAll(async () => {
  served = await servePages({ answer: answering(replies) })
})
afterAll(() => served.close())

/** The part that differs from page to page, without what differs from run to run or with every change of style. */
function mainOf(html: string): string {
  const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? ''
  const steady = main.replaceAll(/(name="once" value=")[^"]*/g, '$1…').replaceAll(/\/assets\/\w+\//g, '/assets/…/')
  return steady.replaceAll(/\n\s*\n+/g, '\n') + '\n'
}

describe('pages', () => {
  it.each(Object.keys(samples))('show %s as they did before', async (name) => {
    replies.opening = samples[name]

    const { text } = await send(served, openAddress)

    await expect(mainOf(text)).toMatchFileSnapshot(`../golden/web/${name}.html`)
  })

  it('show the messages of a person as they did before', async () => {
    const { text } = await send(served, '/')

    await expect(mainOf(text)).toMatchFileSnapshot('../golden/web/inbox.html')
  })

  it('show a form that needs another look as they did before', async () => {
    replies.opening = samples['form']
    replies.doing = notComplete({ worries: 'Write something here.', by: 'Give a date.' })

    const { text } = await send(served, '/ask', {
      ...(await formOf(served)),
      'field-worries': ' ',
      'field-seen': hostile,
    })

    await expect(mainOf(text)).toMatchFileSnapshot('../golden/web/form-another-look.html')
  })
})

async function formOf(from: Served): Promise<Record<string, string>> {
  const { hidden } = await send(from, openAddress)
  return hidden
}
