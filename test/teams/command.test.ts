import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accountOf, startTeamsBot, tenants, type TeamsBot } from './teams-bot.ts'

let bot: TeamsBot

beforeAll(async () => {
  bot = await startTeamsBot()
})
afterAll(() => bot.stop())
afterEach(() => {
  bot.teams.faults.heal()
  expect(bot.teams.violations).toEqual([])
})

const last = (actor: ReturnType<TeamsBot['somebody']>, where = actor.chat): string => {
  const message = actor.messages(where).at(-1)
  return message ? actor.textOfMessage(message) : 'nothing was said'
}

describe('installing the app', () => {
  test('recognises its person, welcomes them once and keeps where to write', async () => {
    const chair = bot.somebody('chair')
    expect((await chair.installs()).status).toBe(200)
    expect(chair.messages().length).toBe(1)
    for (const words of ['Welcome to Unstuck', 'You are ', 'Who sees what you type'])
      expect(last(chair)).toContain(words)
    expect(await bot.side.messenger.serves(accountOf(chair))).toBe(true)
    await chair.uninstalls()
    expect(await bot.side.messenger.serves(accountOf(chair))).toBe(false)
    expect(await bot.doors.accounts.holdingOf(accountOf(chair))).toMatchObject({ unreachable: true })
    await chair.installs()
    expect(await bot.doors.accounts.holdingOf(accountOf(chair))).toMatchObject({ unreachable: false })
    expect(last(chair)).not.toContain('Welcome to Unstuck')
    expect(last(chair)).toContain('What you can ask Unstuck')
  })
})

describe('somebody whose address the roster', () => {
  test.each([
    ['writes as null', { email: null, userPrincipalName: 'police.lead@demo.example', tenant: tenants.police }],
    ['leaves empty', { email: '', userPrincipalName: 'school.lead@demo.example' }],
    ['writes with spaces alone', { email: '  ', userPrincipalName: 'health.lead@demo.example' }],
    ['has twice, one of them of elsewhere', { email: 'chair@home.example', userPrincipalName: 'chair@demo.example' }],
  ])('%s is known by the other one', async (_, more) => {
    const person = bot.somebody('somebody', more)
    await person.installs()
    expect(last(person)).toContain('stuck-case')
  })
})

describe('a command in the chat with the bot', () => {
  test.each(['help', '/stuck-case help', 'stuck-case help', ' HELP '])('%j is answered at once', async (typed) => {
    const person = bot.somebody('iro')
    await person.installs()
    const before = person.messages().length
    expect((await person.says(typed)).status).toBe(200)
    expect(person.messages().length).toBe(before + 1)
    expect(last(person)).toContain('stuck-case')
  })

  test('with a mention is read without it', async () => {
    const person = bot.somebody('health.lead')
    await person.installs()
    await person.mentions('mine')
    expect(bot.asked.at(-1)).toMatchObject({ ask: { ask: 'open-mine' }, by: 'health-lead' })
  })

  test('that opens a form gives a button, whose press opens the dialog', async () => {
    const person = bot.somebody('practitioner')
    await person.installs()
    await person.says('stuck-case')
    expect((await person.press('Open the form')).result).toBe('dialog')
    expect(person.textOfDialog()).toContain('If a child is in danger now, call 999.')
  })

  test('that nobody can read is neither kept nor said again', async () => {
    const person = bot.somebody('school.lead')
    await person.installs()
    await person.says('Robin was hit again last night')
    const said = last(person)
    expect(said).toContain('call 999')
    expect(said).toContain('please delete them')
    expect(said).not.toContain('Robin')
    expect(bot.logged()).not.toContain('Robin')
  })

  test('that was mistyped is offered beside whom to call', async () => {
    const person = bot.somebody('school.lead')
    await person.installs()
    await person.says('hlep')
    expect(last(person)).toContain('Did you mean “help”')
    await person.press('Help')
    expect(bot.asked.at(-1)).toMatchObject({ ask: { ask: 'open-help' } })
  })

  test('sent twice is done once', async () => {
    const person = bot.somebody('social.worker')
    await person.installs()
    const { sent } = await person.says('mine')
    const [asked, said] = [bot.asked.length, person.messages().length]
    await bot.teams.deliver(sent)
    expect([bot.asked.length, person.messages().length]).toEqual([asked, said])
  })

  test('renews where to write when Microsoft moves the tenant', async () => {
    const person = bot.somebody('police.lead', { tenant: tenants.police })
    await person.installs()
    bot.teams.moveTenant(tenants.police, 'uk')
    await person.says('help')
    const kept = await bot.doors.accounts.conversationOf(accountOf(person))
    expect(JSON.stringify(kept)).toContain('/uk/')
  })
})

describe('where others read along', () => {
  test('nothing is said but where the answer is, whatever was asked', async () => {
    const person = bot.somebody('team.manager')
    await person.installs()
    const channel = bot.teams.addChannel(tenants.council, 'Safeguarding', [person.user])
    channel.bot = 'installed'
    const said = new Set<string>()
    for (const words of ['mine', 'stuck-case', 'Robin was hit']) {
      const before = person.messages().length
      await person.says(words, channel)
      expect(person.messages().length).toBe(before + 1)
      said.add(last(person, channel))
    }
    expect(said.size).toBe(1)
    expect([...said][0]).toContain('in private')
  })

  test('somebody who has not installed the app gets an email', async () => {
    const person = bot.somebody('deputy.social.worker')
    const group = bot.teams.addGroupChat(tenants.council, 'Duty', [person.user])
    group.bot = 'installed'
    await person.says('mine', group)
    expect(bot.emails).toEqual(['deputy-social-worker'])
    expect(last(person, group)).toContain('I have sent you an email.')
  })

  test('somebody whom nobody knows is told whom to call', async () => {
    const person = bot.somebody('nobody')
    const group = bot.teams.addGroupChat(tenants.council, 'Others', [person.user])
    group.bot = 'installed'
    await person.says('Robin was hit', group)
    const said = person
      .messages(group)
      .map((message) => person.textOfMessage(message))
      .join('\n')
    expect(said).toContain('call 999')
    expect(said).not.toContain('Robin')
  })
})

describe('the message extension', () => {
  test('opens the form directly', async () => {
    const person = bot.somebody('school.colleague')
    await person.installs()
    expect((await person.extension('stuck-case')).result).toBe('dialog')
    expect(bot.asked.at(-1)).toMatchObject({ ask: { ask: 'open-raise-case' }, by: 'school-colleague' })
    await person.submit({ 'What has been tried?': 'Two meetings.' }, 'unchecked')
    expect(person.textOfDialog()).toContain('Please check some of your answers')
    expect(person.textOfDialog()).toContain('Two meetings.')
  })
})
