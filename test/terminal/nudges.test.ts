/** What an administrator reads who lets reminders begin, or cannot. */
import { describe, expect, it } from 'vitest'
import { decideFromShell, type NudgesAsked } from '../../adapters/terminal/nudges.ts'
import { done, type Answer } from '../../src/display/answer.ts'
import { refused } from '../../src/display/refusal.ts'

async function run(args: readonly string[], answer: Answer | undefined, setting: NudgesAsked['nudges'] = 'live') {
  const said = { out: '', err: '' }
  const asked: NudgesAsked[] = []
  const code = await decideFromShell(
    args,
    (one) => {
      asked.push(one)
      return Promise.resolve(answer)
    },
    () => setting,
    { out: (words) => void (said.out += words), err: (words) => void (said.err += words) },
  )
  return { code, asked, ...said }
}

const live = ['live', '--by', 'chair@demo.example']

describe('npm run nudges', () => {
  it('says what was decided, and nothing more where the setting agrees', async () => {
    expect(await run(live, done('Reminders are live.'))).toEqual({
      code: 0,
      asked: [{ nudges: 'live', by: 'chair@demo.example' }],
      out: 'Reminders are live.\n',
      err: '',
    })
  })

  it('says that nothing is sent while the setting is shadow', async () => {
    expect((await run(live, done('Decided.'), 'shadow')).err).toContain('Set NUDGES=live and start the product again.')
    expect((await run(['shadow', '--by', 'a@demo.example'], done('In shadow.'), 'shadow')).err).toBe('')
  })

  it('says who can decide to somebody who cannot', async () => {
    expect(await run(live, refused('not-for-you'))).toMatchObject({
      code: 1,
      err: 'Only a coordinator, or the person that `reportsTo` names, can decide this.\n',
    })
    expect(await run(live, refused('already-done'))).toMatchObject({
      code: 1,
      err: 'This has already been done. Nothing was changed.\n',
    })
    expect(await run(live, undefined)).toMatchObject({
      code: 1,
      err: 'Nobody in the partnership has this email address.\n',
    })
  })

  it.each([[[]], [['live']], [['perhaps', '--by', 'a@demo.example']], [['live', 'now', '--by', 'a@demo.example']]])(
    'says how it is used for %j, and asks nobody',
    async (args) => {
      expect(await run(args, done('Decided.'))).toMatchObject({ code: 2, asked: [], out: '' })
    },
  )
})
