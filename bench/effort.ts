/**
 * `npm run effort`: how long somebody needs who reads every word, computed from the pages of the running product with a
 * PostgreSQL of its own: to raise a case, to give a view, and for a first look at the children of a return.
 */
import { startBrowser } from '../test/support/browser/chromium.ts'
import { startProduct } from '../test/support/product.ts'
import { tableOf } from './effort/tally.ts'
import { be, confirm, firstLook, giveView, raise, type Person } from './effort/walks.ts'

const product = await startProduct()
const browser = await startBrowser()
try {
  const person: Person = { page: (await browser.newPerson()).page, url: product.url }
  await be(person, 'Samira Holt')
  const look = await firstLook(person)
  await be(person, 'Robin Ashdown')
  const raised = await raise(person, look.identifier)
  await be(person, 'Samira Holt')
  await confirm(person)
  await be(person, 'Hanna Oyelaran')
  const view = await giveView(person)

  const lines = tableOf([
    { name: 'Raise a case', effort: raised, goal: { seconds: 120, interactions: 9 } },
    { name: 'A view, with "Who is this child?"', effort: view, goal: { seconds: 180 } },
    { name: `First look at ${look.children} children`, effort: look.effort, goal: { seconds: 240, interactions: 40 } },
  ])
  console.log(lines.join('\n'))
  console.log('\n200 words read and 40 typed in a minute, 1.5 s a press. An open question is answered in 8 words.')
} finally {
  await browser.close()
  await product.tearDown()
}
