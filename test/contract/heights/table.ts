/** Every form with its height, where it first asks, how many buttons stand out, what is asked before a press, and what is cut. */
import { questionBefore } from '../../../src/asked-first.ts'
import type { Form } from '../../../src/display/form.ts'
import { stepOf } from '../../../src/display/steps.ts'
import type { View } from '../words-of.ts'
import { screen } from './budgets.ts'
import type { Measured } from './slack-height.ts'

/** As it opens for the first time, by what it asks; in steps, each of them. */
export function formsOf(views: Readonly<Record<string, View>>): ReadonlyMap<string, Form> {
  const forms = Object.entries(views).flatMap(([name, view]) =>
    view.kind === 'form' && !name.includes('-again') ? stepsOf(view) : [],
  )
  return new Map(forms.toReversed().toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function stepsOf(form: Form): readonly (readonly [string, Form])[] {
  const { ask } = form.submit
  const asks = { opens: () => ({ ask: 'open-mine' }) as const, sends: () => ask }
  if (!form.steps) return [[ask.ask, form]]
  return form.steps.map((_, before) => [`${ask.ask} ${before + 1}`, stepOf(form, before + 1, form.values, asks)])
}

/** Of the buttons in it; the one that sends it is what it asks. */
const confirmationsOf = ({ intro, outro }: Form): number =>
  [...intro, ...outro].filter((part) => part.block === 'row' && questionBefore(part.button)).length

/** An ask is called as it is stored; people say view. */
export function tableOf(forms: ReadonlyMap<string, Form>, measured: ReadonlyMap<string, Measured>): string {
  const rows = [...measured].map(([name, { height, firstQuestion, primary, cut }]) => {
    const form = forms.get(name)
    return [
      ...[
        name.replace('input', 'view'),
        String(height),
        (height / screen).toFixed(1),
        String(firstQuestion),
        String(primary),
      ],
      ...[String(form ? confirmationsOf(form) : 0), String(cut.length)],
    ]
  })
  const all = [['form', 'px', 'screens', 'first question', 'primary', 'confirmations', 'cut'], ...rows]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? []
  const lines = all.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
  return `${lines.join('\n')}\n`
}
