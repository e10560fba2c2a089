/** Reads what came back from a form by the form's own fields: the typed answers, or a sentence for each field that is wrong. */
import { readDay, type Day } from '../calendar/day.ts'
import { readPastMoment } from '../calendar/past-moment.ts'
import { inWords } from '../calendar/in-words.ts'
import type {
  ChoiceField,
  ChoicesField,
  DayField,
  Field,
  FieldErrors,
  Fields,
  FormValues,
  MomentField,
  WordsField,
} from './form.ts'
import { isBlank } from './is-blank.ts'
import { notComplete, type Refusal } from './refusal.ts'
import type { Typed } from './typed.ts'

export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: Answered<F[Name]> }

type Answered<F extends Field> = F extends { readonly optional: unknown } ? Value<F> | undefined : Value<F>

type Value<F extends Field> = F extends MomentField
  ? Date
  : F extends WordsField
    ? Typed
    : F extends ChoiceField
      ? F['options'][number]['value']
      : F extends ChoicesField
        ? readonly F['options'][number]['value'][]
        : Day

export type ReadForm<F extends Fields> = { readonly values: ValuesOf<F> } | Refusal

/** Keeps the literal types of options, so that what is read back is typed by them. */
export const fields = <const F extends Fields>(declared: F): F => declared

/**
 * What is wrong beyond single fields, of the answers that could be read: it is said together with what is wrong with the others,
 * so that nobody corrects a form twice. An answer that could not be read is absent.
 */
export type Further<F extends Fields> = (read: Partial<ValuesOf<F>>) => FieldErrors | undefined

/** `now`: where the form asks for a time that has passed. */
export function readForm<F extends Fields>(
  declared: F,
  sent: FormValues,
  now?: Date,
  further?: Further<F>,
): ReadForm<F> {
  const values: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const [name, field] of Object.entries(declared)) {
    const read = readField(field, sent[name] ?? [], now)
    if ('error' in read) errors[name] = read.error
    else values[name] = read.value
  }
  const all = { ...further?.(values as Partial<ValuesOf<F>>), ...errors }
  return Object.keys(all).length > 0 ? notComplete(all) : { values: values as ValuesOf<F> }
}

type ReadField = { readonly value: unknown } | { readonly error: string }

function readField(field: Field, sent: readonly Typed[], now: Date | undefined): ReadField {
  const given = sent.filter((typed) => !isBlank(typed.reveal()))
  if (given.length === 0) return field.optional ? { value: undefined } : { error: missing[field.field] }
  switch (field.field) {
    case 'words':
      return 'moment' in field ? readMoment(field, given, now) : readWords(field, given)
    case 'choice':
      return readChoices(field, given.slice(0, 1), (chosen) => chosen[0])
    case 'choices':
      return readChoices(field, given, (chosen) => chosen)
    case 'day':
      return readDayField(field, given)
  }
}

const missing = {
  words: 'Write something here.',
  choice: 'Choose one.',
  choices: 'Choose at least one.',
  day: 'Give a date.',
} as const satisfies Record<Field['field'], string>

function readWords({ max }: WordsField, [typed]: readonly Typed[]): ReadField {
  const length = typed?.reveal().length ?? 0
  return length > max ? { error: `Write no more than ${max} characters. This has ${length}.` } : { value: typed }
}

function readMoment(field: MomentField, given: readonly Typed[], now: Date | undefined): ReadField {
  if (!now) throw new Error('a form that asks for a time is read without the time that it is')
  const read = readWords(field, given)
  const [typed] = given
  if ('error' in read || !typed) return read
  const at = readPastMoment(typed.reveal(), now)
  return at ? { value: at } : { error: 'Give a time that has passed, such as 21:50 or yesterday at 21:50.' }
}

/** In the order in which they were offered, each once: platforms send them in the order in which they were picked. */
function readChoices(
  { options }: ChoiceField | ChoicesField,
  given: readonly Typed[],
  pick: (chosen: readonly string[]) => unknown,
): ReadField {
  const chosen = given.map((typed) => typed.reveal())
  const offered = options.map(({ value }) => value)
  if (!chosen.every((value) => offered.includes(value))) return { error: 'Choose from the list.' }
  return { value: pick(offered.filter((value) => chosen.includes(value))) }
}

function readDayField({ earliest, latest }: DayField, [typed]: readonly Typed[]): ReadField {
  const day = readDay(typed?.reveal().trim() ?? '')
  if (!day) return { error: 'Give a date such as 31/3/2026.' }
  if (earliest && day < earliest) return { error: `Give a date on or after ${inWords(earliest)}.` }
  if (latest && day > latest) return { error: `Give a date on or before ${inWords(latest)}.` }
  return { value: day }
}
