/** People leave while a case is followed up, and come back: what they held is listed, given, and read by who has it. */
import { done } from '../../../src/display/answer.ts'
import { partnershipChanged } from '../../../src/handovers/partnership-changed.ts'
import { AgencyId, PersonId, type ActionId, type CaseId, type DutyId } from '../../../src/ids.ts'
import type { Partnership } from '../../../src/partnership/partnership.ts'
import { without } from '../../support/leaving.ts'
import type { Walk } from './collect.ts'

type Followed = { readonly case: CaseId; readonly action: ActionId }

/** Who else may chair and review. */
const staffed = (partnership: Partnership): Partnership => ({
  ...partnership,
  people: [
    ...partnership.people,
    ...(['chair', 'iro'] as const).map((role) => ({
      id: PersonId.parse(`other-${role}`),
      name: `Odile Marchant, ${role}`,
      email: `other.${role}@demo.example`,
      agency: AgencyId.parse(partnership.authority),
      roles: [role],
    })),
  ],
})

/** The person to whom the duty was passed has left, and comes back without it. */
export async function goesOn({ sends, bot }: Walk, duty: DutyId, to: string): Promise<void> {
  bot.applies(without(bot.partnership, 'practitioner'))
  await sends('chair', { ask: 'open-give-held', part: 'duty', thing: duty }, { to })
  bot.applies(bot.partnership)
}

export async function somebodyLeaves({ opens, sends, presses, bot }: Walk, followed: Followed): Promise<void> {
  const partnership = staffed(bot.partnership)
  const worker = PersonId.parse('social-worker')
  const deputy = PersonId.parse('deputy-social-worker')
  const coordinator = 'chair'
  bot.applies(partnership)
  await sends(worker, { ask: 'open-replace-chair', case: followed.case }, { to: 'other-chair' })
  await sends('other-chair', { ask: 'open-replace-chair', case: followed.case }, { to: 'chair' })

  const gone = [worker, PersonId.parse('iro'), PersonId.parse('health-colleague')]
  await applied(without(partnership, ...gone))
  for (const of of gone) await opens(coordinator, { ask: 'open-handovers', of })
  const action = { ask: 'open-give-held', part: 'action', thing: followed.action } as const
  await sends(coordinator, action, { to: 'school-lead' })
  await sends(coordinator, { ask: 'open-give-several', of: worker }, { to: deputy })
  await later(4)
  await readAll(deputy)
  await readAll('school-lead')

  await applied(without(partnership, deputy))
  await sends(coordinator, { ask: 'open-give-several', of: deputy }, { to: worker })
  await opens(coordinator, { ask: 'open-handovers', of: deputy })
  await applied(bot.partnership)
  await sends('school-lead', { ask: 'open-hand-over-action', action: followed.action }, { to: 'health-colleague' })
  await presses('health-colleague', { ask: 'accept-action', action: followed.action })

  async function applied(next: Partnership): Promise<void> {
    bot.applies(next)
    await bot.store.transact({ at: bot.clock.now() }, async (tx) => {
      await partnershipChanged({ tx, now: bot.clock.now() })
      return done('')
    })
    await later(1 / 24)
  }

  async function readAll(who: string): Promise<void> {
    for (const { card } of await bot.said(who))
      for (const { ask } of card.buttons)
        if (ask.ask === 'open-taking-over') {
          await opens(who, ask)
          await presses(who, { ask: 'have-taken-over', handover: ask.handover })
        }
  }

  async function later(days: number): Promise<void> {
    await bot.until(new Date(bot.clock.now().getTime() + days * 24 * 3_600_000).toISOString())
  }
}
