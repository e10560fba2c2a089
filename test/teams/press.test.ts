import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { done } from '../../src/display/answer.ts'
import { notComplete } from '../../src/display/refusal.ts'
import { AgencyId, PersonId } from '../../src/ids.ts'
import { demonstration } from '../support/builders.ts'
import { asking, offered, raised } from '../support/stages.ts'
import type { Actor } from '../support/teams/actor.ts'
import type { Reply } from '../support/teams/send.ts'
import { startTeamsBot, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot

beforeAll(async () => {
  bot = await startTeamsBot()
})
beforeEach(() => bot.startOver())
afterAll(() => bot.stop())
afterEach(() => {
  bot.answers()
  bot.teams.faults.heal()
  expect(bot.teams.violations).toEqual([])
})

async function installed(name: string): Promise<Actor> {
  const person = bot.somebody(name)
  await person.installs()
  return person
}

function sentBy(reply: Reply | undefined): Reply['sent'] {
  if (!reply) throw new Error('nothing was sent')
  return reply.sent
}

const textOf = (person: Actor): string => {
  const message = person.messages().at(-1)
  return message ? person.textOfMessage(message) : ''
}

/** The chair's card with times to pick from lies in their chat. */
async function times() {
  const chair = await installed('chair')
  const { meeting } = await offered(bot)
  await bot.db.updateTable('outbox').set({ state: 'waiting' }).where('person', '=', 'chair').execute()
  await bot.sendTo('chair', chair)
  const message = chair.messages().findLast((one) => chair.buttonsOf(one).length > 2)
  if (!message) throw new Error('no times')
  return { chair, meeting, message, label: chair.buttonsOf(message)[0] ?? '' }
}

describe('a button that does something', () => {
  test('is done, and the card is drawn again for everybody, without what can no longer be done', async () => {
    const { chair, message, label } = await times()
    expect((await chair.pressOn(message, label)).result).toBe('card')
    expect(await bot.factNames()).toContain('time-picked')
    await expect.poll(() => message.edited).toBe(true)
    expect(chair.textOfMessage(message).length).toBeGreaterThan(0)
    const seen = chair.textOfMessage(message)
    message.cardFor.clear()
    expect(chair.textOfMessage(message)).toBe(seen)
  })

  test('pressed again is refused by the rule, and the card says so', async () => {
    const { chair, message, label } = await times()
    await chair.pressOn(message, label)
    const facts = await bot.factNames()
    const again = chair.buttonsOf(message)[0]
    if (again !== undefined) await chair.pressOn(message, again)
    expect(await bot.factNames()).toEqual(facts)
  })

  test('sent twice by Teams is done once', async () => {
    const { chair, message, label } = await times()
    const { reply } = await chair.pressOn(message, label)
    const asked = bot.asked.length
    const again = await bot.teams.deliver(sentBy(reply))
    expect(again.text).toBe(reply?.text)
    expect(bot.asked.length).toBe(asked)
  })

  test('is drawn as it stands now whenever its person looks', async () => {
    const { chair, message, meeting } = await times()
    await bot.ask('chair', { ask: 'pick-slot', meeting, slot: 1 })
    const { result, reply } = await chair.refresh(message)
    expect(result).toBe('card')
    const stranger = await installed('iro')
    const seen = await bot.teams.deliver({ ...sentBy(reply), id: 'from-another', from: fromOf(stranger) })
    expect(seen.text).not.toContain('AdaptiveCard')
  })

  test('is neither obeyed nor drawn again from anywhere but the own chat of its person', async () => {
    const { chair, message, label } = await times()
    const pressed = sentBy((await chair.pressOn(message, label)).reply)
    const looked = sentBy((await chair.refresh(message)).reply)
    const asked = bot.asked.length
    for (const one of [pressed, looked])
      for (const where of [{ id: '19:duty', conversationType: 'groupChat' }, { id: 'a:another' }]) {
        const { conversation } = one as { readonly conversation: object }
        const id = `${String(one['id'])}-${where.id}`
        const reply = await bot.teams.deliver({ ...one, id, conversation: { ...conversation, ...where } })
        expect(reply.status).toBe(200)
        expect(reply.text).not.toContain('AdaptiveCard')
      }
    expect(bot.asked.length).toBe(asked)
  })

  test('that goes wrong does not claim that nothing happened', async () => {
    const { chair, message, label } = await times()
    bot.answers(() => {
      throw new Error('the database is away, with words of Robin')
    })
    const outcome = await chair.pressOn(message, label)
    expect(outcome).toMatchObject({ result: 'message' })
    expect(outcome.says).toMatch(/Something went wrong\..* Reference: \w{8}\./)
  })
})

const fromOf = ({ user }: Actor) => ({ id: user.id, aadObjectId: user.aadObjectId, name: user.name })

describe('a dialog', () => {
  async function raising(): Promise<Actor> {
    const person = await installed('practitioner')
    await person.says('stuck-case')
    await person.press('Open the form')
    return person
  }

  test('that lacks something comes back with what was typed, and with what is wrong', async () => {
    const person = await raising()
    const before = await bot.factNames()
    const outcome = await person.submit({ 'What has been tried?': 'Two meetings.' }, 'unchecked')
    expect(outcome.result).toBe('dialog')
    expect(person.textOfDialog()).toContain('Please check some of your answers')
    expect(person.textOfDialog()).toContain('Two meetings.')
    expect(await bot.factNames()).toEqual(before)
  })

  test('that fails is left with what was typed, and sent again is done once', async () => {
    const person = await raising()
    bot.answers(() => {
      throw new Error('away')
    })
    await person.submit({ 'What has been tried?': 'Two meetings.' }, 'unchecked')
    expect(person.textOfDialog()).toContain('Not saved yet. Your words are still here')
    expect(person.textOfDialog()).toContain('Two meetings.')
    const once = bot.asked.at(-1)?.once
    bot.answers(() => done('It is raised.'))
    await person.submit({}, 'unchecked')
    expect(bot.asked.at(-1)?.once).toBe(once)
    expect(person.textOfDialog()).toContain('It is raised.')
    expect(bot.logged()).not.toContain('Two meetings')
  })

  test('that cannot even find out who sent it keeps what was typed', async () => {
    const person = await raising()
    await sql`alter table accounts rename to accounts_away`.execute(bot.db)
    try {
      await person.submit({ 'What has been tried?': 'Two meetings.' }, 'unchecked')
    } finally {
      await sql`alter table accounts_away rename to accounts`.execute(bot.db)
    }
    expect(person.textOfDialog()).toContain('Not saved yet. Your words are still here')
    expect(person.textOfDialog()).toContain('Two meetings.')
    await person.submit({}, 'unchecked')
    expect(person.textOfDialog()).toContain('Please check some of your answers')
  })

  test('that takes too long keeps what was typed', async () => {
    const person = await raising()
    let finish: (() => void) | undefined
    bot.answers(() => new Promise((resolve) => (finish = () => resolve(done('It is raised.')))))
    const outcome = await person.submit({ 'What has been tried?': 'Two meetings.' }, 'unchecked')
    finish?.()
    expect(outcome.reply?.ms).toBeLessThan(4_000)
    expect(person.textOfDialog()).toContain('Not saved yet')
    expect(person.textOfDialog()).toContain('Two meetings.')
  })

  test('that a restart forgot is asked for again, so that the words come back under their questions', async () => {
    const person = await raising()
    const sent = sentBy((await person.submit({ 'What has been tried?': 'Two meetings.' }, 'unchecked')).reply)
    const data = { ...(sent['value'] as { data: object }).data, once: '5b1e9c3e-7a39-4f0e-9b39-2f1f7a1e2c11' }
    const reply = await bot.teams.deliver({ ...sent, id: 'after-a-restart', value: { data } })
    expect(reply.text).toContain('Two meetings.')
  })

  test('opened from a card redraws it once it is sent', async () => {
    const worker = await installed('social.worker')
    await raised(bot)
    await bot.sendTo('social-worker', worker)
    const card = worker.messages().at(-1)
    await worker.press('Read and confirm')
    bot.answers(() => done('Confirmed.'))
    await worker.submit({}, 'unchecked')
    expect(worker.textOfDialog()).toContain('Confirmed.')
    await expect.poll(() => card?.edited).toBe(true)
    expect(textOf(worker)).toContain('please confirm')
  })
})

describe('a list that is looked up', () => {
  const nurses = Array.from({ length: 2_000 }, (_, at) => ({
    ...{ id: PersonId.parse(`nurse-${at}`), name: `Nurse, Number ${at}`, email: `nurse-${at}@demo.example` },
    ...{ agency: AgencyId.parse('larkshire-nhs-trust'), roles: ['practitioner' as const] },
  }))

  async function passingOn() {
    bot.applies({ ...demonstration, people: [...demonstration.people, ...nurses] })
    await asking(bot)
    await bot.db.updateTable('outbox').set({ state: 'waiting' }).where('person', '=', 'health-lead').execute()
    const lead = await installed('health.lead')
    await bot.sendTo('health-lead', lead)
    await lead.press('Who is this child?')
    await lead.pressInDialog('Pass to a colleague')
    return lead
  }
  const question = 'Which colleague knows the child?'

  test('finds who is offered to the asker, and what was chosen stays through an error and is sent', async () => {
    const lead = await passingOn()
    expect(lead.textOfDialog()).toContain('Teams shows up to 15 that match. Type more to see the others.')
    expect(await lead.type(question, 'nurse')).toHaveLength(15)
    expect(await lead.type(question, 'Robin Marsden')).toEqual([])
    expect(await lead.type(question, 'number 1999')).toEqual(['Nurse, Number 1999, Larkshire NHS Trust'])
    lead.fill({ [question]: 'Nurse, Number 1999, Larkshire NHS Trust' })

    bot.answers(() => notComplete({ to: 'Choose from the list.' }))
    await lead.submit()
    expect(lead.textOfDialog()).toContain('Choose from the list.')
    expect(lead.currentDialog()?.values).toEqual({ 'field-to': 'nurse-1999' })
    bot.answers()
    await lead.submit()
    expect(lead.textOfDialog()).toContain('Passed on. Nurse, Number 1999')
    expect(bot.logged()).not.toContain('Marsden')
  })

  test('offers nothing to somebody whom the form would not open for, nor a choice that was made up', async () => {
    const lead = await passingOn()
    const stranger = await installed('school.lead')
    const [request] = await bot.db.selectFrom('requests').select('id').where('person', '=', 'health-lead').execute()
    const opened = { ask: 'open-pass-on', request: request?.id }
    const dataset = JSON.stringify({ opened, field: 'to', several: false })
    expect(await lead.search(dataset, '1999')).toMatchObject({ results: [{ value: 'nurse-1999' }] })
    expect(await stranger.search(dataset, '1999')).toEqual({ results: [] })
    for (const forged of ['{}', 'not JSON', JSON.stringify({ opened, field: 'reason', several: false })])
      expect(await lead.search(forged, '1999')).toEqual({ results: [] })

    const open = lead.currentDialog()
    if (open) open.values = { 'field-to': 'school-lead' }
    await lead.submit()
    expect(lead.textOfDialog()).toContain('Choose from the list.')
  })
})
