import { describe, expect, it } from 'vitest'
import { mayMove, moved, type Action } from '../../src/actions/action.ts'
import { answerButtons, standsAt } from '../../src/actions/action.card.ts'
import { asDay } from '../../src/calendar/day.ts'
import { workingCalendar } from '../../src/calendar/working-days.ts'
import type { Cleared } from '../../src/display/typed.ts'
import { ActionId, CaseId, ChildId, PersonId } from '../../src/ids.ts'
import { Policies } from '../../src/partnership/policies.ts'
import type { Standing } from '../../src/permissions/may-see.ts'

const anAction = (given: Partial<Action> = {}): Action => ({
  id: ActionId.parse('0b6b6f0e-6c4b-4c5e-9d0c-0d6b9a5f1a11'),
  case: CaseId.parse('0b6b6f0e-6c4b-4c5e-9d0c-0d6b9a5f1a12'),
  ref: 'K7M-2QD',
  child: ChildId.parse('0b6b6f0e-6c4b-4c5e-9d0c-0d6b9a5f1a13'),
  owner: PersonId.parse('health-colleague'),
  what: 'Send the report' as Cleared,
  know: 'The panel says that it came' as Cleared,
  firstDue: asDay('2026-10-13'),
  due: asDay('2026-10-13'),
  moves: 0,
  startedOn: asDay('2026-09-28'),
  state: 'open',
  ladder: Policies.parse({}).ladder,
  promisedAt: new Date('2026-09-28T10:00:00Z'),
  chased: true,
  ...given,
})

describe('a new date may be given by', () => {
  it.each<[string, Standing[], number, string]>([
    ['the owner, the first time', ['owner'], 0, 'yes'],
    ['the owner, no second time', ['owner'], 1, 'only-the-chair-moves-it-again'],
    ['the chair, at any time', ['chair'], 3, 'yes'],
    ['a chair who is the owner as well', ['owner', 'chair'], 1, 'yes'],
    ['not the lead', ['lead'], 0, 'not-yours-to-answer'],
    ['not the IRO', ['iro'], 0, 'not-yours-to-answer'],
  ])('%s', (_, standings, moves, may) => {
    expect(mayMove(anAction({ moves }), standings)).toBe(may)
    const labels = answerButtons(anAction({ moves }), standings).map(({ label }) => label)
    expect(labels.includes('New date')).toBe(may === 'yes')
  })
})

describe('an action that is moved', () => {
  it('keeps its first date and counts the move', () => {
    expect(moved(anAction(), asDay('2026-10-30'))).toMatchObject({
      firstDue: '2026-10-13',
      due: '2026-10-30',
      moves: 1,
    })
  })
})

describe('an action due on Tuesday 13 October 2026 is, on', () => {
  it.each([
    ['2026-10-12', {}, 'due Tuesday 13 October 2026'],
    ['2026-10-13', {}, 'due today'],
    ['2026-10-14', {}, 'overdue by 1 working day'],
    ['2026-10-19', {}, 'overdue by 4 working days'],
    ['2026-11-10', {}, 'overdue by 20 working days'],
    ['2026-11-11', {}, 'overdue since Tuesday 13 October 2026'],
    [
      '2026-10-09',
      { firstDue: asDay('2026-10-06') },
      'due Tuesday 13 October 2026, 3 working days after its first date',
    ],
    [
      '2026-10-09',
      { firstDue: asDay('2026-09-10') },
      'due Tuesday 13 October 2026, first due Thursday 10 September 2026',
    ],
  ])('%s: %s', (today, given, words) => {
    expect(standsAt(anAction(given), asDay(today), workingCalendar([]))).toBe(words)
  })
})
