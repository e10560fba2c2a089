/** A new date for an action, and why. */
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/london.ts'
import { furthestDay } from '../calendar/furthest-day.ts'
import { formWithNumbers } from '../concerns/safeguarded.form.ts'
import type { Form } from '../display/form.ts'
import { fields } from '../display/read-form.ts'
import type { World } from '../ports/world.ts'
import { whichAction } from './action.card.ts'
import type { Action } from './action.ts'
import type { ActionsNeeds } from './needs.ts'

/** How far ahead a new date may lie. Ours: anything that can wait longer than a year is not an action. */
export const moveFields = (today: Day) =>
  fields({
    due: { field: 'day', label: 'By when will it be done?', earliest: today, latest: furthestDay(today) },
    reason: { field: 'words', label: 'Why does it need a new date?', max: 1000, lines: 'many' },
  })

export const moveForm = ({ partnership, now }: World<ActionsNeeds>, action: Action): Form =>
  formWithNumbers('New date', partnership.urgent, {
    intro: [whichAction(action)],
    fields: moveFields(dayOf(now)),
    submit: { label: 'Save the new date', ask: { ask: 'move-action', action: action.id } },
  })
