/** An agency that is no longer in the partnership is called by its name, and nobody is asked to find somebody for its view. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { confirmedCard } from '../../src/cases/confirmed.card.ts'
import { heldByGone } from '../../src/handovers/find-held.ts'
import { goneCard } from '../../src/handovers/gone.card.ts'
import type { Held } from '../../src/handovers/held.ts'
import { leaverOf } from '../../src/handovers/leaver.ts'
import { PersonId } from '../../src/ids.ts'
import { askedCard } from '../../src/inputs/asked.card.ts'
import type { Partnership, PartnershipPerson } from '../../src/partnership/partnership.ts'
import { demonstration } from '../support/builders.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { without } from '../support/leaving.ts'
import { asking, requestTo } from '../support/stages.ts'

const isSchool = ({ id }: { readonly id: string }): boolean => id === 'hazel-school'
const atSchool = demonstration.people.filter(({ agency }) => agency === 'hazel-school').map(({ id }) => id)
const after: Partnership = {
  ...without(demonstration, ...atSchool),
  agencies: demonstration.agencies.filter((one) => !isSchool(one)),
  leftAgencies: demonstration.agencies.filter(isSchool),
}

let bot: Bot
beforeAll(async () => (bot = await startBot()))
afterAll(() => bot.close())

it('is named wherever a case names it, and its view closes without it', async () => {
  const all = await asking(bot)
  const stuck = all.case
  const request = requestTo(all, 'hazel-school')
  bot.applies(after)
  const [kept, asked] = await bot.look(async ({ tx }) => [await tx.caseById(stuck), await tx.requestById(request)])
  if (!kept || !asked) throw new Error('nothing is kept')

  const reading = await bot.ask('chair', { ask: 'open-case', case: stuck })
  expect(reading.kind === 'reading' && reading.body).toContainEqual(
    expect.objectContaining({
      items: expect.arrayContaining(['Hazel School: Selwyn Marsh (has left), has not answered']) as string[],
    }),
  )
  for (const card of [confirmedCard(kept, after), askedCard(kept, asked, after)]) {
    expect(JSON.stringify(card)).toContain('Hazel School')
    expect(JSON.stringify(card)).not.toContain('hazel-school')
  }

  const things = await bot.look(heldByGone)
  const chair = after.people.find(({ id }) => id === 'chair')
  if (!chair) throw new Error('there is no chair')
  const { body } = goneCard(after, leaverOf(after, PersonId.parse('school-lead')), things, chair)
  expect(body.slice(1)).toEqual([
    { block: 'text', text: 'This agency is no longer in the partnership. Views will close without it.' },
    { block: 'list', items: [expect.stringMatching(/^Case \S{7}: view of Hazel School$/)] },
  ])
})

it.each([
  [19, undefined],
  [20, undefined],
  [21, 'There is 1 more. Open the whole list below.'],
  [22, 'There are 2 more. Open the whole list below.'],
])('of %i things that somebody held, it is said how many more there are', (count, says) => {
  const leaver = leaverOf(after, PersonId.parse('school-lead'))
  const [chair] = after.people.filter(({ id }) => id === 'chair')
  const things = Array.from(
    { length: count },
    (): Held =>
      ({ part: 'view', thing: randomUUID(), holder: leaver.id, ref: 'ABCDEFG', agency: 'hazel-school' }) as Held,
  )
  const { title, body } = goneCard(after, leaver, things, chair as PartnershipPerson)

  expect(title).toMatch(new RegExp(`: ${count} things need a new person$`))
  expect(body.flatMap((block) => (block.block === 'text' && /more/.test(block.text) ? [block.text] : []))).toEqual(
    says === undefined ? [] : [says],
  )
})
