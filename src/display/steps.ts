/**
 * A form that is too long for one look is asked in steps: what was sent of each is kept until the last, and the form is sent as
 * one. To the use case it is the form that it always was.
 */
import type { Ask, OpeningAsk } from '../vocabulary.ts'
import { holds, isFollowing } from './follow-ups.ts'
import type { Answers, Field, FieldErrors, Form, FormValues } from './form.ts'

/** What is asked at each step, counted from 1. */
export type StepAsks = { readonly opens: (at: number) => OpeningAsk; readonly sends: (at: number, back?: true) => Ask }

/** `given`: what was sent of the steps so far. */
export function stepOf(form: Form, at: number, given: FormValues, asks: StepAsks): Form {
  const { steps = [], ...whole } = form
  const next = steps[at]
  const names = new Set(fieldsAt(form, at))
  const values = { ...without(form.values, keysOf(given, form)), ...given }
  const drawn = Object.entries(form.fields).flatMap(([name, field]) => {
    const asked = names.has(name) && asAsked(field, names, values)
    return asked ? [[name, asked] as const] : []
  })
  return {
    ...whole,
    title: `${form.title}, ${at} of ${steps.length}`,
    fields: Object.fromEntries(drawn),
    values: only(values, names),
    submit: { label: next ? `Next: ${next.name}` : form.submit.label, ask: asks.sends(at) },
    step: { opened: asks.opens(at), ...(at > 1 && { back: asks.sends(at, true) }) },
  }
}

/** The names of what is asked at a step. */
export const fieldsAt = ({ steps = [] }: Form, at: number): readonly string[] => steps[at - 1]?.fields ?? []

/** A step that does not exist is the nearest that does. */
export const stepWithin = ({ steps = [] }: Form, at: number): number => Math.min(Math.max(at, 1), steps.length)

/** A step is sent whole: a question that was left empty there has no answer from then on. */
export function withStep(form: Form, at: number, given: FormValues, sent: FormValues): FormValues {
  const names = new Set(fieldsAt(form, at))
  return { ...without(given, names), ...only(sent, names) }
}

/** Up to a step, as if the others had not been asked yet. */
export const upTo = (form: Form, at: number, given: FormValues): FormValues =>
  only(given, new Set(form.steps?.slice(0, at).flatMap(({ fields }) => fields)))

/** Whether a form that is sent without the steps after this one is sure to lack something. */
export function lacksAfter({ steps = [], fields }: Form, at: number): boolean {
  const before = new Set(steps.slice(0, at).flatMap((step) => step.fields))
  return steps.slice(at).some((step) => step.fields.some((name) => !before.has(name) && !fields[name]?.optional))
}

/** The first step with a question of which something is wrong. */
export function firstWrong({ steps = [] }: Form, wrong: FieldErrors): number | undefined {
  const found = steps.findIndex(({ fields }) => fields.some((name) => name in wrong))
  return found < 0 ? undefined : found + 1
}

/** A step that is gone back to, since something in it is wrong after all. */
export const sayingWrong = (form: Form, wrong: FieldErrors): Form => ({
  ...form,
  ...(form.step && { step: { ...form.step, wrong: inFields(wrong, Object.keys(form.fields)) } }),
})

/** A question that follows from an answer in another step is asked as it stands there, or not at all. */
function asAsked(field: Field, together: ReadonlySet<string>, values: FormValues): Field | undefined {
  const { when, unless, ...bare } = field
  const decides = [...Object.keys(when ?? {}), ...Object.keys(unless ?? {})]
  if (!isFollowing(field) || decides.every((name) => together.has(name))) return field
  if (!follows(values, when, unless)) return undefined
  return bare.optional === 'as-asked' ? { ...bare, optional: 'at-times' } : bare
}

const follows = (values: FormValues, when?: Answers, unless?: Answers): boolean =>
  (!when || holds(when, values)) && !(unless && holds(unless, values))

/** The names of all that was asked in the steps of which something was sent: what they hold now is what was sent. */
function keysOf(given: FormValues, { steps = [] }: Form): ReadonlySet<string> {
  const times = (name: string): number => steps.filter(({ fields }) => fields.includes(name)).length
  const sent = steps.filter(({ fields }) => fields.some((name) => times(name) === 1 && given[name] !== undefined))
  return new Set(sent.flatMap(({ fields }) => fields))
}

const only = (values: FormValues, names: ReadonlySet<string>): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))

const without = (values: FormValues, names: ReadonlySet<string>): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))

/** What is wrong with these questions alone. */
export const inFields = (wrong: FieldErrors, names: readonly string[]): FieldErrors =>
  Object.fromEntries(Object.entries(wrong).filter(([name]) => names.includes(name)))
