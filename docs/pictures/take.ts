/** Takes the pictures of the README: starts the demonstration in a folder of its own, and goes the whole way in it. */
import { startBrowser } from '../../test/support/browser/chromium.ts'
import { without } from '../../test/support/leaving.ts'
import { startChangingProduct } from './changing-product.ts'
import { handAt, type Hand } from './hand.ts'

/** A Monday, half past nine in summer time. */
const starts = '2026-09-14T08:30:00Z'

const danger = 'Is a child at risk'
const noDanger = { [danger]: 'No' }

const product = await startChangingProduct(starts)
// Pages say en-GB: days are drawn as this country writes them, whatever the language of this Chromium.
const browser = await startBrowser(['--enable-blink-features=LangAttributeAwareFormControlUI'])
try {
  const { page } = await browser.newPerson()
  await walk(handAt(page, product.url, import.meta.dirname))
} finally {
  await browser.close()
  await product.tearDown()
}

async function walk(hand: Hand): Promise<void> {
  await hand.goTo('/playground')
  await hand.waits('1 new')
  await hand.page('choose')
  await raise(hand, await firstLook(hand))
  await confirm(hand)
  await giveViews(hand)
  await meet(hand)
  await sumUp(hand)
  await liveOn(hand)
  await leave(hand)
  await stop(hand)
}

/** A child of school age is hers, and nothing is recorded yet. Resolves with the identifier. */
async function firstLook(hand: Hand): Promise<string> {
  await hand.be('Samira Holt')
  await hand.press('Open the first look')
  const shown = [
    ...(await hand.words()).matchAll(/(\S{7})\s+(LK\d+), born \d+ \S+ (\d{4})\s+In care since:\s+(\d+ \S+ 20\d\d)/g),
  ]
  const atSchool = shown.filter(([, , , born]) => 2010 <= Number(born) && Number(born) <= 2019)
  const [latest] = atSchool.toSorted((a, b) => Date.parse(b[4] ?? '') - Date.parse(a[4] ?? ''))
  const [, ref = '', identifier = ''] = latest ?? []
  await hand.fill({ [`${ref}: is this child yours?`]: `Yes, ${identifier} is mine` })
  await hand.send()
  return identifier
}

async function raise(hand: Hand, identifier: string): Promise<void> {
  await hand.be('Robin Ashdown')
  await hand.types('/stuck-case')
  await hand.fill({
    'Which child?': identifier,
    'What is stuck?': 'Health plan',
    'What has been tried?': 'Two appointments lapsed while the child moved. The school nurse rang once.',
    'What does the child say': 'Nobody asks me before they book.',
    'What would help?': 'One of us who rings the clinic, and a date that holds.',
    'When does it need to move by?': '2026-10-30',
    ...noDanger,
  })
  await hand.page('raise')
  await hand.send()
}

async function confirm(hand: Hand): Promise<void> {
  await hand.be('Samira Holt')
  await hand.press('Read and confirm')
  await hand.fill({
    'Do the parents know?': 'Yes, they know',
    'Does the child know?': 'Yes, they know',
    'What is the lawful basis for sharing this with the agencies?': 'Public task',
    'What name is the child': 'Kayleigh Dunmore',
    ...noDanger,
  })
  await hand.page('confirm')
  await hand.send()
}

async function giveViews(hand: Hand): Promise<void> {
  const view = {
    'What is working well?': 'The child comes when somebody they know comes along.',
    'What keeps us stuck': 'We wrote to an old address, and each waited for the other to book.',
    'What needs to happen?': 'One appointment, and one person who knows of it.',
    'What would one point up': 'A date that the child knows.',
    'What has the child told you?': 'I hate being fetched out of lessons.',
    ...noDanger,
  }
  await hand.be('Hanna Oyelaran')
  await hand.isTold('please give your view')
  await hand.page('workspace')
  await hand.press('Who is this child?')
  await hand.page('who')
  await hand.press('I know this child')
  await hand.be('Hanna Oyelaran')
  await hand.press('Give our view')
  await hand.fill({ ...view, 'What worries us?': 'The inhaler is an old one.', 'Where are we today': '3' })
  await hand.page('view')
  await hand.send()
  await hand.be('Selwyn Marsh')
  await hand.press('Give our view')
  await hand.fill({ ...view, 'What worries us?': 'Out of breath at sports.', 'Where are we today': '4' })
  await hand.send()
}

async function meet(hand: Hand): Promise<void> {
  for (let day = 0; day < 2; day += 1) await hand.lives('A day later') // views close in between
  await hand.be('Cosmo Verity')
  await hand.isTold('choose a time')
  await hand.page('time')
  await hand.press('2026')
  await hand.lives('A week later')
  await hand.be('Cosmo Verity')
  await hand.press('Run sheet')
  await hand.page('run-sheet')
  await hand.goTo('/')
  await hand.press('Record the meeting')
  await hand.fill({
    'Who came?': ['Cosmo Verity', 'Samira Holt', 'Hanna Oyelaran', 'Selwyn Marsh'],
    'What do we understand better now?': 'Each of us waited for the other to book.',
    'What are the agreed next steps': 'One appointment for everything, in the half-term\nKayleigh says who comes along',
    ...noDanger,
  })
  await hand.page('record')
  await hand.send()
  for (const [what, who, due] of [
    ['Book the appointment and tell the others', 'Hanna Oyelaran', '2026-09-30'],
    ['Tell the child of the day', 'Samira Holt', '2026-10-05'],
  ] as const) {
    await hand.goTo('/')
    await hand.press('Add an action')
    await hand.fill({ 'What will be done?': what, 'Who does it?': who, 'By when?': due, ...noDanger })
    await hand.fill({ 'How will we know': 'It is on file' })
    await hand.send()
  }
}

/** The content guard refuses the name that was recorded. */
async function sumUp(hand: Hand): Promise<void> {
  await hand.goTo('/')
  await hand.press('Draft the summary')
  await hand.fill(noDanger)
  await hand.send()
  await hand.page('draft')
  await hand.fill({ 'Next step 2': 'The child says who comes along' })
  await hand.send()
  await hand.be('Selwyn Marsh')
  await hand.isTold('what was agreed')
  await hand.page('agreed')
}

async function liveOn(hand: Hand): Promise<void> {
  for (let week = 0; week < 3; week += 1) await hand.lives('A week later')
  await hand.goTo('/playground/passed?since=2026-09-22T12:00:00.000Z')
  await hand.page('reminders')
  await hand.be('Samira Holt')
  await hand.types('/stuck-case plan')
  await hand.page('plan')
}

/** The social worker has left; her deputy is told, and takes the child with its case. */
async function leave(hand: Hand): Promise<void> {
  await product.changes((partnership) => without(partnership, 'social-worker'))
  await hand.lives('A day later')
  await hand.be('Dale Whitcombe')
  await hand.isTold('Samira Holt has left')
  await hand.page('leaver')
  await hand.press('with its case')
  await hand.goTo('/')
  await hand.press('Read where it stands')
  await hand.page('taking-over')
}

/** Last, because it is said again and again until it is reported. */
async function stop(hand: Hand): Promise<void> {
  await hand.be('Robin Ashdown')
  await hand.types('/stuck-case')
  await hand.fill({
    'What is stuck?': 'Going missing, or exploitation',
    'What has been tried?': 'We have talked about it twice.',
    [danger]: 'Yes, a child is at risk: not reported yet',
  })
  await hand.send()
  await hand.page('danger')
}
