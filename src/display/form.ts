/**
 * A form as data: every platform draws it from the same fields, and what comes back is read by the same fields
 * (`read-form.ts`), so a question, its limit and the type of its answer are written once.
 */
import type { Day } from '../calendar/day.ts'
import type { Ask, OpeningAsk } from '../vocabulary.ts'
import type { ReadingBlock } from './reading.ts'
import { Typed } from './typed.ts'

export type Form = {
  readonly kind: 'form'
  /** 24 characters at most. */
  readonly title: string
  /** Shown above the fields. */
  readonly intro: readonly ReadingBlock[]
  readonly fields: Fields
  /** Those of the fields that are asked of several things alike. */
  readonly table?: FormTable
  /** The same questions again, so that several things are said in one go. */
  readonly again?: Again
  /** What the fields hold when the form opens, or held when it was last sent. */
  readonly values: FormValues
  /** The ask that the form answers, and the words on its button (24 characters at most). */
  readonly submit: { readonly label: string; readonly ask: Ask }
  /** Shown under the fields. */
  readonly outro: readonly ReadingBlock[]
  /** Which questions are asked together, where they are not all asked at once: `src/display/steps.ts`. */
  readonly steps?: readonly Step[]
  /** Where this is one of the steps, drawn by itself. */
  readonly step?: DrawnStep
}

/** `name`: what it asks about, in a few words. A question may be asked in several steps. */
export type Step = { readonly name: string; readonly fields: readonly string[] }

export type DrawnStep = {
  /** Opens the form at this step again, with what was sent of it. */
  readonly opened: OpeningAsk
  /** Keeps what is in this step, and goes to the one before; the first has none. */
  readonly back?: Ask
  /** Gone back to, since something in it is wrong after all: each sentence stands at its own field. */
  readonly wrong?: FieldErrors
}

export type Fields = Readonly<Record<string, Field>>

/** Pages draw it as a table; where there is none, the things come one after another, a few at a time (`first-rows.ts`). */
export type FormTable = {
  /** What a row is about, in one word. */
  readonly each: string
  /** Headings of what is known about each already. */
  readonly known: readonly string[]
  /** The question above each column, in few words; each field has it whole, with the name of its row. */
  readonly columns: readonly { readonly label: string; readonly hint?: string }[]
  readonly rows: readonly FormRow[]
  /** What the form asks when it is sent with the first of the rows alone: the others come back as the next form. */
  readonly inSteps: Ask
}
export type FormRow = {
  readonly label: string
  /** Which thing it is, in one line. */
  readonly about: Typed
  /** In the order of the headings. */
  readonly known: readonly string[]
  /** The names of its fields, in the order of the columns; empty where this row is not asked. */
  readonly fields: readonly string[]
}

/** Pages draw a row as soon as it is wanted. A modal and a dialog draw none of them: what follows there is asked once this is sent. */
export type Again = {
  /** On the button that brings the next row. */
  readonly add: string
  /** Each with a name and the names of its fields. */
  readonly rows: readonly { readonly label: string; readonly fields: readonly string[] }[]
}

export type Field = WordsField | MomentField | ChoiceField | ChoicesField | DayField

type Question = {
  /** The question: 150 characters at most. */
  readonly label: string
  /** 150 characters at most. */
  readonly hint?: string
  readonly optional?: Optional | false
  /** Not asked before one of these was answered: `src/display/follow-ups.ts`. */
  readonly when?: Answers
  /** No longer asked once one of these was answered. */
  readonly unless?: Answers
}

/** By the name of another question: the answers to it of which one is enough. */
export type Answers = Readonly<Record<string, readonly string[]>>

/**
 * A question that may be left empty: always (`true`), or when the question itself
 * says so, such as "If it has been reported, who was told?". `at-times`: it is needed with some answers to others, so
 * nobody reads that it is optional; Slack, which knows no third way, holds the form back until something is said there.
 */
type Optional = true | 'as-asked' | 'at-times'

/** The question as it is read where nothing else says that it may be left empty. */
export const questionOf = (field: Question): string =>
  field.optional === true ? `${field.label} (optional)` : field.label

/** Free text. `max` in characters, 3,000 at most: Slack's limit for one input. */
export type WordsField = Question & { readonly field: 'words'; readonly max: number; readonly lines: 'one' | 'many' }
/** One line in which a time that has passed is written, and read as one: see `src/calendar/past-moment.ts`. */
export type MomentField = WordsField & { readonly moment: 'past' }
/**
 * What a question with options is drawn with whole on every platform. Two such questions still fit into a view of Slack
 * (250 KB), which takes them in groups of a hundred, and into a dialog of Teams. A longer list is looked up (`looked-up.ts`).
 */
export const optionsAtMost = 500
/** Slack's limit on a label. */
export const longestOptionLabel = 75

/** One of any number of options. */
export type ChoiceField = Question & {
  readonly field: 'choice'
  readonly options: readonly Option[]
  /** From one end to the other, in order, with words at both ends: seen at a glance where there is room. */
  readonly scale?: true
  /** After one of these answers the form can be sent incomplete; platforms must not block it. */
  readonly suffices?: readonly string[]
}
/** Any number of the options. */
export type ChoicesField = Question & { readonly field: 'choices'; readonly options: readonly Option[] }
export type DayField = Question & { readonly field: 'day'; readonly earliest?: Day; readonly latest?: Day }

/** A label of 75 characters at most; `Typed` where it identifies a child, since a form is opened on demand. */
export type Option = {
  readonly value: string
  readonly label: string | Typed
  /** One line of 75 characters at most. */
  readonly explanation?: string
}

/**
 * What a person put into a form, as it came through the door: one entry for words, a day or a choice, any number for
 * choices; a field left alone is absent. Even a choice is `Typed` until its field has read it, since a door can be
 * sent anything.
 */
export type FormValues = Readonly<Record<string, readonly Typed[]>>

/** A value that we put into a form ourselves, such as the key of an option. */
export const filled = (...values: readonly (string | Typed)[]): readonly Typed[] =>
  values.map((value) => (typeof value === 'string' ? new Typed(value) : value))

/** What is wrong with the answers, field by field: a sentence each. */
export type FieldErrors = Readonly<Record<string, string>>

type FormParts = Pick<Form, 'fields' | 'submit'> &
  Partial<Pick<Form, 'intro' | 'table' | 'again' | 'values' | 'outro' | 'steps'>>

export function form(title: string, { intro = [], values = {}, outro = [], ...parts }: FormParts): Form {
  return { kind: 'form', title, intro, values, outro, ...parts }
}
