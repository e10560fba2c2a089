/** What holds of every view that the bot shows, from the first question to the closed case. */
import { beforeAll, describe, expect, it } from 'vitest'
import { askedFirst } from '../../src/asked-first.ts'
import { childMayRead, nobodyWatches, urgentLines } from '../../src/concerns/safeguarded.form.ts'
import { heardOf } from '../../src/display/heard.ts'
import type { Form } from '../../src/display/form.ts'
import { Ask, OpeningAsk, opensSomething } from '../../src/vocabulary.ts'
import type { Bot } from '../support/bot.ts'
import { demonstration } from '../support/builders.ts'
import { drawnDuring, exportedDrawings } from './drawn-functions.ts'
import { wholeWay } from './whole-way/walk.ts'
import { wordsOf, type View } from './words-of.ts'

let views: Readonly<Record<string, View>>
let drawn: ReadonlySet<string>
const shutDoors: string[] = []

beforeAll(async () => {
  drawn = await drawnDuring(async () => {
    views = await wholeWay('plain', async (bot) => void shutDoors.push(...(await shutDoorsOf(bot))))
  })
}, 120_000)

/** Buttons of messages that answer "not for you" to the very person who got the message. */
async function shutDoorsOf(bot: Bot): Promise<readonly string[]> {
  const shut = new Set<string>()
  for (const { key, to, card } of await bot.said())
    for (const { ask } of buttonsOf(card).filter((button) => opensSomething(button.ask))) {
      const answer = await bot.ask(to, ask)
      if (answer.kind === 'refusal' && answer.reason === 'not-for-you')
        shut.add(`${key.split('-')[0]} ${to} ${ask.ask}`)
    }
  return [...shut]
}

function buttonsOf(view: View) {
  if (view.kind === 'home') return view.sections.flatMap(sectionButtons)
  return view.kind === 'form' ? [] : sectionButtons(view)
}

const sectionButtons = ({ body, buttons }: Exclude<View, { kind: 'home' | 'form' }>) => [
  ...body.flatMap((part) => (part.block === 'row' ? [part.button] : [])),
  ...buttons,
]

const demonstrationWords = ['The plan is long-term fostering.', 'The panel meets in October.'] as const

const firsts: ReadonlyMap<string, unknown> = new Map(Object.entries(askedFirst))
/** What is done for good by one press. */
const withQuestion: ReadonlySet<string> = new Set(['pick-slot', 'end-withdrawn', 'admit-raiser', 'remove-account'])

const all = (): readonly [string, View][] => Object.entries(views)
const forms = (): readonly [string, Form][] =>
  all().flatMap(([name, view]) => (view.kind === 'form' ? [[name, view]] : []))

describe('the whole way', () => {
  it('opens everything that can be opened', () => {
    const asks = OpeningAsk.options.map(({ shape }) => shape.ask.value)

    expect(asks.filter((name) => !(name in views))).toEqual([])
  })

  it('draws every card and every form that a room has', async () => {
    expect((await exportedDrawings()).filter((name) => !drawn.has(name))).toEqual([])
  })

  it('has at most one button in a set that stands out', () => {
    const sets = all().flatMap(([name, view]) =>
      (view.kind === 'home' ? view.sections : view.kind === 'form' ? [] : [view]).map(
        ({ buttons }) => [name, buttons.filter(({ style }) => style === 'primary').length] as const,
      ),
    )

    expect(sets.filter(([, primary]) => primary > 1)).toEqual([])
    expect(sets.filter(([, primary]) => primary === 1).length).toBeGreaterThan(30)
  })

  it('shows nobody a button that is not for them', () => {
    expect(shutDoors).toEqual([
      // Somebody who passed a request on no longer sees it,
      'asked health-lead open-who',
      'asked health-lead open-input',
      // and somebody who handed an action over can no longer answer for it, nor can their lead.
      'promised health-colleague open-complete-action',
      'promised health-colleague open-move-action',
      'promised health-colleague open-hand-over-action',
      'promised health-colleague open-action',
      'post health-colleague open-action',
      'post health-colleague open-complete-action',
      'post health-colleague open-move-action',
      'post health-colleague open-hand-over-action',
      'post health-lead open-action',
      // The person who left came back without what they had,
      'offered practitioner open-duty',
      // and who got it from somebody who had left handed it back.
      'handed school-lead open-complete-action',
      'handed school-lead open-hand-over-action',
      // The chair was replaced meanwhile.
      'post chair open-duty',
    ])
  })
})

describe('every form', () => {
  it('with words to write says that nobody watches it, and whom to call', () => {
    const silent = forms().filter(([, form]) => {
      const said = form.intro.flatMap((part) =>
        part.block === 'numbers' ? part.lines : part.block === 'text' ? [part.text] : [],
      )
      const writes = Object.values(form.fields).some(({ field }) => field === 'words')
      return writes && ![nobodyWatches, ...urgentLines(demonstration.urgent)].every((line) => said.includes(line))
    })

    expect(silent.map(([name]) => name)).toEqual([])
  })

  /** Why there is another date or another owner is no story of the child. */
  const tellsNoStory = ['move-action', 'hand-over-action', 'pass-duty']

  it('with room for a story asks whether it tells of danger, and says that the child may read it', () => {
    const silent = forms().filter(([, { fields, outro, submit }]) => {
      const stories = Object.values(fields).some((field) => field.field === 'words' && field.lines === 'many')
      const asks = 'danger' in fields || tellsNoStory.includes(submit.ask.ask)
      return stories && !(asks && outro.some((part) => part.block === 'text' && part.text === childMayRead))
    })

    expect(silent.map(([name]) => name)).toEqual([])
  })

  it('asks no two questions in the same words', () => {
    const twice = forms().filter(([, { fields }]) => {
      const labels = Object.values(fields).map(({ label }) => label)
      return new Set(labels).size < labels.length
    })

    expect(twice.map(([name]) => name)).toEqual([])
  })
})

describe('every view', () => {
  it('has buttons that a platform can send back as they are', () => {
    for (const [, view] of all())
      for (const { ask } of buttonsOf(view)) expect(Ask.parse(JSON.parse(JSON.stringify(ask)))).toEqual(ask)
  })

  it('has no two buttons that say the same and do otherwise', () => {
    const confusing = all().filter(([, view]) => {
      if (view.kind === 'form' || view.kind === 'home') return false
      const labels = view.buttons.map(({ label }) => label)
      return new Set(labels).size < labels.length
    })

    expect(confusing.map(([name]) => name)).toEqual([])
  })

  it('asks a question before what cannot be taken back, and before nothing else', () => {
    const buttons = all().flatMap(([, view]) => buttonsOf(view))
    const asking = buttons.filter(({ confirm }) => confirm).map(({ ask }) => ask.ask)
    expect([...new Set(asking)].sort()).toEqual([...withQuestion].sort())
    expect(buttons.filter(({ ask, confirm }) => withQuestion.has(ask.ask) && !confirm)).toEqual([])
    // What a form sends has the form's own button for a yes.
    const unasked = buttons.filter(({ ask }) => (firsts.get(ask.ask) ?? 'a question') === 'a form')
    expect(unasked.map(({ ask }) => ask.ask)).toEqual([])
    const sent = forms().map(([, { submit }]) => submit.ask.ask)
    expect(sent.filter((name) => firsts.get(name) !== 'a form')).toEqual([])
  })

  it('keeps its questions as short as Slack takes them', () => {
    for (const { confirm } of all().flatMap(([, view]) => buttonsOf(view))) {
      if (!confirm) continue
      const { asks, says, yes, no } = confirm
      expect([asks.length <= 100, says.length <= 300, yes.length <= 30, no.length <= 30]).not.toContain(false)
      expect(yes).toMatch(/^Yes, /)
    }
  })

  it('is heard without a word that anybody typed', () => {
    const approved: readonly string[] = demonstrationWords
    const heard = all().flatMap(([, view]) => (view.kind === 'card' ? [heardOf(view)] : []))
    expect(heard.filter((words) => approved.some((typed) => words.includes(typed)))).toEqual([])
    expect(
      all().filter(([, view]) => wordsOf(view).some((words) => words.includes(demonstrationWords[0]))).length,
    ).toBeGreaterThan(0)
  })

  it('says something', () => {
    expect(all().filter(([, view]) => wordsOf(view).every((words) => words.trim() === ''))).toEqual([])
  })
})
