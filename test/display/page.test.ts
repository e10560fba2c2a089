import { describe, expect, it } from 'vitest'
import { moreCard, pageOf } from '../../src/display/page.ts'

const list = Array.from({ length: 45 }, (_, count) => count)

describe('a long list', () => {
  it('is read whole, a page at a time', () => {
    const read: number[] = []
    let from: number | undefined
    for (let pages = 0; pages < 3; pages += 1) {
      const page = pageOf(list, from, 20)
      read.push(...page.shown)
      from = page.next
    }

    expect(read).toEqual(list)
    expect(pageOf(list, 40, 20).left).toBe(0)
  })

  it('begins again where it has become shorter than the page that was asked for', () => {
    expect(pageOf(list.slice(0, 5), 20, 20).shown).toEqual([0, 1, 2, 3, 4])
  })

  it('says how many are left, beside the way to them', () => {
    const page = pageOf(list, undefined, 40)

    expect(moreCard(page, { ask: 'open-plan', from: page.next })).toMatchObject([
      { title: '5 more', buttons: [{ label: 'Show more', ask: { ask: 'open-plan', from: 40 } }] },
    ])
    expect(moreCard(pageOf(list, 40, 40), { ask: 'open-plan' })).toEqual([])
  })
})
