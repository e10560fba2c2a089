/** A partnership whose agencies live in a workspace each, and the doors of the bot in front of a real database. */
import { randomUUID } from 'node:crypto'
import { doorsOf } from '../../bin/wiring/doors.ts'
import type { Partnership } from '../../src/partnership/partnership.ts'
import { AgencyId } from '../../src/ids.ts'
import type { Account } from '../../src/ports/accounts.ts'
import { startBot, type Bot } from '../support/bot.ts'
import { demonstration } from '../support/builders.ts'
import { silentLog } from '../support/silent-log.ts'

const agency = (id: string) => AgencyId.parse(id)
const domains = ['demo.example']

export const council = { platform: 'slack', workspace: 'TCOUNCIL' } as const
export const police = { platform: 'slack', workspace: 'TPOLICE' } as const
export const health = { platform: 'teams', workspace: 'tenant-of-health' } as const

/** Every workspace is admitted in the demonstration alone, and this is none. */
export const ofHouses: Partnership = {
  ...(Object.fromEntries(Object.entries(demonstration).filter(([name]) => name !== 'demonstration')) as Partnership),
  workspaces: [
    { ...council, agencies: [agency('larkshire-council')], domains },
    { ...police, agencies: [agency('larkshire-police')], domains },
    { ...health, agencies: [agency('larkshire-nhs-trust')], domains },
  ],
}

export const startInHouses = () => startBot({ partnership: ofHouses })

export const doors = (bot: Bot, partnership: Partnership = ofHouses, mail = true) =>
  doorsOf({
    ...{ db: bot.db, store: bot.store, clock: bot.clock, partnership: () => partnership, mail },
    newId: () => randomUUID(),
    log: silentLog,
  })

export const account = (where: Pick<Account, 'platform' | 'workspace'>, user = 'U1'): Account => ({ ...where, user })

/** A full member with the address that the partnership's file has of somebody. */
export const memberWith = (person: string) => () =>
  Promise.resolve({
    fullMember: true,
    address: demonstration.people.find(({ id }) => id === person)?.email ?? 'nobody@demo.example',
  })

/** Everything that the bot keeps and that a refusal must leave as it was. */
export const stateOf = async (bot: Bot) =>
  JSON.stringify([
    await bot.facts(),
    await bot.said(),
    await bot.db.selectFrom('accounts').selectAll().orderBy('id').execute(),
    await bot.db.selectFrom('link_codes').selectAll().execute(),
  ])
