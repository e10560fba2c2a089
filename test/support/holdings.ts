/** Each part that somebody can hold, in somebody's hands: who has it, and what the list says of it. */
import type { HeldAs } from '../../src/handovers/asks.ts'
import type { Bot } from './bot.ts'
import { aProposal } from './builders.ts'
import { approved, asking, raised, recorded, requestTo, went } from './stages.ts'

export type Holding = {
  readonly holder: string
  /** Of the row, without its reference. */
  readonly row: RegExp
  readonly thing: string
  /** Who is told: the deputy or the lead, the coordinator, and of a chair the social worker. */
  readonly told: readonly string[]
  /** Somebody who may have it instead. */
  readonly successor: string
}

const ofSocialWorker = ['deputy-social-worker', 'coordinator']
const ofAuthority = ['team-manager', 'coordinator']

async function firstLook(bot: Bot): Promise<void> {
  const look = await bot.ask('social-worker', { ask: 'open-first-look' })
  const mine = look.kind === 'form' ? Object.keys(look.fields).find((name) => name.startsWith('mine-')) : undefined
  went(await bot.ask('social-worker', { ask: 'confirm-children' }, { [mine ?? '']: 'yes' }))
}

const theChild = async (bot: Bot) => (await bot.db.selectFrom('children').select('id').executeTakeFirstOrThrow()).id

/** The child is somebody else's than its case, as after a return that names another person. */
async function caseApart(bot: Bot): Promise<string> {
  const id = await raised(bot)
  await bot.deliver()
  await bot.db.updateTable('children').set({ social_worker: 'deputy-social-worker', iro: 'other-iro' }).execute()
  return id
}

export const hold: Readonly<Record<HeldAs, (bot: Bot) => Promise<Holding>>> = {
  'child-social-worker': async (bot) => {
    await firstLook(bot)
    return {
      ...{ holder: 'social-worker', told: ofSocialWorker, successor: 'deputy-social-worker' },
      ...{ row: /^Child \S{7}: social worker, with 2 duties$/, thing: await theChild(bot) },
    }
  },
  'child-iro': async (bot) => ({
    ...{ holder: 'iro', told: ofAuthority, successor: 'other-iro' },
    ...{ row: /^Child \S{7}: IRO$/, thing: await theChild(bot) },
  }),
  'case-social-worker': async (bot) => ({
    ...{ holder: 'social-worker', told: ofSocialWorker, successor: 'deputy-social-worker' },
    ...{ row: /^Case \S{7}: social worker$/, thing: await caseApart(bot) },
  }),
  'case-iro': async (bot) => ({
    ...{ holder: 'iro', told: ofAuthority, successor: 'other-iro' },
    ...{ row: /^Case \S{7}: IRO$/, thing: await caseApart(bot) },
  }),
  'case-chair': async (bot) => ({
    ...{ holder: 'chair', told: [...ofAuthority, 'social-worker'], successor: 'other-chair' },
    ...{ row: /^Case \S{7}: chair$/, thing: (await asking(bot)).case },
  }),
  view: async (bot) => {
    const request = requestTo(await asking(bot), 'larkshire-nhs-trust')
    went(await bot.fillIn('health-lead', { ask: 'open-pass-on', request }, { to: 'health-colleague' }))
    await bot.deliver()
    return {
      ...{ holder: 'health-colleague', told: ['health-lead', 'coordinator'], successor: 'health-lead' },
      ...{ row: /^Case \S{7}: view of Larkshire NHS Trust$/, thing: request },
    }
  },
  action: async (bot) => {
    await approved(bot)
    const { action } = await bot.last('action-promised')
    const to = { to: 'health-colleague', reason: 'He has the papers.', danger: 'no' }
    went(await bot.fillIn('health-lead', { ask: 'open-hand-over-action', action }, to))
    went(await bot.ask('health-colleague', { ask: 'accept-action', action }))
    await bot.deliver()
    return {
      ...{ holder: 'health-colleague', told: ['health-lead', 'coordinator'], successor: 'health-lead' },
      ...{ row: /^Case \S{7}: an action, due Friday 9 October 2026$/, thing: action },
    }
  },
  duty: async (bot) => {
    await firstLook(bot)
    const started = (await bot.facts()).find((fact) => fact.fact === 'duty-started' && fact.kind === 'permanence-plan')
    if (started?.fact !== 'duty-started') throw new Error('no duty has started')
    const { duty } = started
    const to = { to: 'practitioner', reason: 'He writes it.', danger: 'no' }
    went(await bot.fillIn('social-worker', { ask: 'open-pass-duty', duty }, to))
    went(await bot.ask('practitioner', { ask: 'accept-duty', duty }))
    await bot.deliver()
    return {
      ...{ holder: 'practitioner', told: ofAuthority, successor: 'social-worker' },
      ...{ row: /^Child \S{7}: permanence plan, due /, thing: duty },
    }
  },
  notes: async (bot) => ({
    ...{ holder: 'practitioner', told: ofAuthority, successor: 'social-worker' },
    row: /^Case \S{7}: notes of the meeting$/,
    thing: (await recorded(bot, {}, aProposal, 'practitioner')).meeting,
  }),
}
