/**
 * Every room's words joined: what can be asked, what is recorded, what can wake. Each room declares its own in
 * `asks.ts`, `facts.ts` and `wakes.ts`. These are stored and posted, so they only ever grow.
 */
import { z } from 'zod'
import * as actions from './actions/asks.ts'
import * as actionFacts from './actions/facts.ts'
import * as actionWakes from './actions/wakes.ts'
import * as cases from './cases/asks.ts'
import * as caseFacts from './cases/facts.ts'
import * as caseWakes from './cases/wakes.ts'
import * as challenges from './challenges/asks.ts'
import * as challengeFacts from './challenges/facts.ts'
import * as childFacts from './children/facts.ts'
import * as closing from './closing/asks.ts'
import * as climbWakes from './climbs/wakes.ts'
import * as concerns from './concerns/asks.ts'
import * as concernFacts from './concerns/facts.ts'
import * as concernWakes from './concerns/wakes.ts'
import * as duties from './duties/asks.ts'
import * as dutyFacts from './duties/facts.ts'
import * as dutyWakes from './duties/wakes.ts'
import * as handovers from './handovers/asks.ts'
import * as handoverFacts from './handovers/facts.ts'
import * as handoverWakes from './handovers/wakes.ts'
import * as inputs from './inputs/asks.ts'
import * as inputFacts from './inputs/facts.ts'
import * as inputWakes from './inputs/wakes.ts'
import * as meetings from './meetings/asks.ts'
import * as meetingFacts from './meetings/facts.ts'
import * as meetingWakes from './meetings/wakes.ts'
import * as nudges from './nudges/asks.ts'
import * as nudgeFacts from './nudges/facts.ts'
import * as nudgeWakes from './nudges/wakes.ts'
import * as partnershipFacts from './partnership/facts.ts'
import * as people from './people/asks.ts'
import * as peopleFacts from './people/facts.ts'
import * as peopleWakes from './people/wakes.ts'

/** Asks that open something to read or fill in, and change nothing but the record of who looked. */
export const OpeningAsk = z.discriminatedUnion('ask', [
  ...cases.opens,
  ...closing.opens,
  ...inputs.opens,
  ...meetings.opens,
  ...actions.opens,
  ...duties.opens,
  ...challenges.opens,
  ...concerns.opens,
  ...people.opens,
  ...nudges.opens,
  ...handovers.opens,
])
export type OpeningAsk = z.infer<typeof OpeningAsk>

/** Asks that do something: a press, or the sending of a form. */
export const DoingAsk = z.discriminatedUnion('ask', [
  ...cases.does,
  ...closing.does,
  ...inputs.does,
  ...meetings.does,
  ...actions.does,
  ...duties.does,
  ...challenges.does,
  ...concerns.does,
  ...people.does,
  ...nudges.does,
  ...handovers.does,
])
export type DoingAsk = z.infer<typeof DoingAsk>

/** Anything that a person can ask of the bot, as data: ids alone, so it can be put on a button or in an address. */
export const Ask = z.union([OpeningAsk, DoingAsk])
export type Ask = z.infer<typeof Ask>

const opening: ReadonlySet<string> = new Set(OpeningAsk.options.map((option) => option.shape.ask.value))

/** Teams and the browser must know when a button is drawn whether it opens or does. */
export const opensSomething = (ask: Ask): ask is OpeningAsk => opening.has(ask.ask)

const inPages: ReadonlySet<string> = new Set(
  OpeningAsk.options.filter((option) => 'page' in option.shape).map((option) => option.shape.ask.value),
)

/** The same ask for another page of its reading, counted from 1; undefined where its reading is always short. */
export const atPage = (ask: Ask, page: number): Ask | undefined =>
  inPages.has(ask.ask) ? Ask.parse({ ...ask, page }) : undefined

/** Which page of a reading a press turns to. */
export const pageIn = (ask: Ask): number | undefined => ('page' in ask ? ask.page : undefined)

/** Something that happened: ids, kinds and dates, never words that people typed. */
export const Fact = z.discriminatedUnion('fact', [
  ...caseFacts.facts,
  ...inputFacts.facts,
  ...meetingFacts.facts,
  ...actionFacts.facts,
  ...dutyFacts.facts,
  ...challengeFacts.facts,
  ...concernFacts.facts,
  ...peopleFacts.facts,
  ...partnershipFacts.facts,
  ...childFacts.facts,
  ...nudgeFacts.facts,
  ...handoverFacts.facts,
])
export type Fact = z.infer<typeof Fact>

/** What to do when its time comes. */
export const Wake = z.discriminatedUnion('wake', [
  ...climbWakes.wakes,
  ...caseWakes.wakes,
  ...inputWakes.wakes,
  ...meetingWakes.wakes,
  ...actionWakes.wakes,
  ...dutyWakes.wakes,
  ...concernWakes.wakes,
  ...nudgeWakes.wakes,
  ...peopleWakes.wakes,
  ...handoverWakes.wakes,
])
export type Wake = z.infer<typeof Wake>
