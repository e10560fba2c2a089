/** Reads a form with free text: its values, or the answer to give instead. */
import { answeredWords } from '../display/answered.ts'
import type { Fields, Form, FormValues } from '../display/form.ts'
import type { ValuesOf } from '../display/read-form.ts'
import { isRefusal, type Refusal } from '../display/refusal.ts'
import type { PersonId } from '../ids.ts'
import type { World } from '../ports/world.ts'
import type { ConcernsNeeds } from './needs.ts'
import { settleReported } from './report-concern.ts'
import { dangerFields, readSafeguarded } from './safeguarded.form.ts'
import type { About } from './about-child.ts'
import { stopForDanger } from './stop-for-danger.ts'

type Filled<F extends Fields> = {
  readonly about: About
  readonly fields: F
  readonly form: Form
  readonly sent: FormValues
}

export async function readOrStop<F extends Fields>(
  world: World<ConcernsNeeds>,
  by: PersonId,
  { about, fields, form, sent }: Filled<F>,
): Promise<{ readonly values: ValuesOf<F> } | Form | Refusal> {
  const read = readSafeguarded(fields, sent)
  if ('unreported' in read) return stopForDanger(world, by, read.unreported, about, form, sent)
  if (isRefusal(read)) return read
  const of = { ...(about.case && { case: about.case }), ...(about.child && { child: about.child }) }
  if (read.report) await settleReported(world, by, of, answeredWords(dangerFields, read.report))
  return { values: read.values }
}
