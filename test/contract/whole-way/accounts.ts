/** The accounts of one person, and a workspace that takes the bot out while a case is open. */
import { createLoseWorkspace } from '../../../src/cases/workspace-left.ts'
import { linked } from '../../support/accounts.ts'
import type { Walk } from './collect.ts'

const slack = { platform: 'slack', workspace: 'T0123456789' } as const
const teams = { platform: 'teams', workspace: '1d7e4c2a-5b0f-4e7c-9a63-7c1f0b9d2e55' } as const

export async function accountsAndLeaving({ opens, bot }: Walk): Promise<void> {
  const { partnership, clock, store, db } = bot
  const at = clock.now()
  const first = await linked(db, { ...slack, user: 'U1' }, 'health-lead', { at, id: idOf(1) })
  await linked(db, { ...teams, user: 'U2' }, 'health-lead', { at, id: idOf(2), linkedBy: 'code' })
  await linked(db, { ...slack, user: 'U3' }, 'health-colleague', { at, id: idOf(3) })
  await opens('chair', { ask: 'open-accounts' })
  await opens('health-lead', { ask: 'open-link-code' })
  await bot.ask('health-lead', { ask: 'prefer-account', account: first })
  for (const [count, mail] of [true, false].entries()) {
    const left = createLoseWorkspace({
      store,
      clock,
      partnership: () => partnership,
      newId: () => idOf(10 + count),
      mail,
    })
    await left(mail ? slack : teams)
    await opens('health-lead', { ask: 'open-accounts' })
  }
}

const idOf = (count: number): string => `44444444-0000-4000-8000-${String(count).padStart(12, '0')}`
