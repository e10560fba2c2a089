/** Reads a form in which somebody writes about a child: its values, or the answer to give instead. */
import { answeredWords } from '../display/answered.ts'
import type { Fields, Form, FormValues } from '../display/form.ts'
import type { Further, ValuesOf } from '../display/read-form.ts'
import { isRefusal, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { About } from './about-child.ts'
import type { ConcernsNeeds } from './needs.ts'
import { dangerFields, readSafeguarded } from './safeguarded.form.ts'
import { settleReported, type RaisingsOfForm } from './settle-reported.ts'
import { stopForDanger } from './stop-for-danger.ts'

type Filled<F extends Fields> = {
  readonly about: About
  /** Of the case that is confirmed by it. */
  readonly raisings?: RaisingsOfForm
  readonly fields: F
  readonly form: Form
  readonly sent: FormValues
  readonly further?: Further<F>
}

export async function readOrStop<F extends Fields>(
  world: World<ConcernsNeeds>,
  by: PersonId,
  { about, raisings, fields, form, sent, further }: Filled<F>,
): Promise<{ readonly values: ValuesOf<F> } | Form | Refusal> {
  const read = readSafeguarded(fields, sent, world.now, further)
  if ('unreported' in read) return stopForDanger(world, by, read.unreported, about, form, sent)
  if (isRefusal(read)) return read
  const { report } = read
  if (report) {
    const { reportedTo: to, reportedAt: when } = report
    const { namedTo } = about
    const words = answeredWords(dangerFields, report)
    await settleReported(world, by, about, { to, when, words, ...(namedTo && { namedTo }) }, raisings)
  }
  return { values: read.values }
}
