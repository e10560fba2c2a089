/** A form that is asked in steps, at every door: what was sent of a step is kept, and the last one sends them all. */
import { keepLast } from '../../doors/keep-last.ts'
import { answeredNow } from '../../src/concerns/safeguarded.form.ts'
import type { Answer } from '../../src/display/answer.ts'
import { enoughIn, holds } from '../../src/display/follow-ups.ts'
import type { FieldErrors, Form, FormValues } from '../../src/display/form.ts'
import { isRefusal, notComplete } from '../../src/display/refusal.ts'
import {
  fieldsAt,
  firstWrong,
  inFields,
  lacksAfter,
  sayingWrong,
  stepOf,
  stepWithin,
  upTo,
  withStep,
  type StepAsks,
} from '../../src/display/steps.ts'
import { onceFor } from '../../src/once-for.ts'
import type { AnswerAsk, AskOfPerson } from '../../src/ports/answer-ask.ts'
import { formsKept } from '../../src/ports/drawn-form.ts'
import type { DraftOf, Drafts } from '../../src/ports/drafts.ts'
import type { Ask, OpeningAsk } from '../../src/vocabulary.ts'

type Stepped = StepAsks & {
  readonly opensWhole: OpeningAsk
  readonly sendsWhole: Ask
  /** Absent where it opens anew. */
  readonly at?: number | undefined
  readonly sent?: true
  readonly back?: true | undefined
}

/** Undefined for what is not asked in steps, and for a form that was sent whole. */
function steppedBy(ask: Ask): Stepped | undefined {
  if (ask.ask !== 'open-confirm-case' && !(ask.ask === 'confirm-case' && ask.step !== undefined)) return undefined
  const opensWhole = { ask: 'open-confirm-case', case: ask.case } as const
  const sendsWhole = { ask: 'confirm-case', case: ask.case } as const
  return {
    ...{ opensWhole, sendsWhole, at: ask.step },
    opens: (step) => ({ ...opensWhole, step }),
    sends: (step, back) => ({ ...sendsWhole, step, ...(back && { back }) }),
    ...(ask.ask === 'confirm-case' && { sent: true, back: ask.back }),
  }
}

/** A last step that is sent again, since nobody saw what became of it, does its work once. */
const sentRemembered = 200

export function answerInSteps(answer: AnswerAsk, drafts: Pick<Drafts, 'keep' | 'find' | 'forget'>): AnswerAsk {
  const sent = keepLast<AskOfPerson>(sentRemembered)
  const forms = keepLast<Form>(formsKept)

  /** To go on, the questions that its person has read: to open it again would be on record as another look at the child. */
  async function formFor(by: AskOfPerson['by'], { opensWhole, sent: goesOn, back }: Stepped): Promise<Answer> {
    const key = `${by} ${JSON.stringify(opensWhole)}`
    const seen = goesOn && !back ? forms.find(key) : undefined
    const form = seen ?? (await answer({ ask: opensWhole, by }))
    if (form.kind === 'form') forms.keep(key, form)
    return form
  }

  async function send(asking: AskOfPerson, form: Form, of: DraftOf, stepped: Stepped, given: FormValues, at: number) {
    const whole = { ...asking, ask: stepped.sendsWhole, form: given }
    if (asking.once) sent.keep(keyOf(asking), whole)
    const answered = await answer(whole)
    if (answered.kind === 'done') await drafts.forget(of)
    // It was stopped, and comes back at this step: what was answered of "now" is answered again.
    if (answered.kind === 'form' && answered.steps) {
      const left = withoutNow(given)
      await drafts.keep(of, { ask: stepped.sends(at), values: left })
      return stepOf(answered, at, left, stepped)
    }
    return isRefusal(answered) && answered.fields ? corrected(form, at, given, stepped, answered.fields) : answered
  }

  return async (asking) => {
    const { ask, by, form: typed = {} } = asking
    const stepped = steppedBy(ask)
    if (!stepped) return answer(asking)
    const again = stepped.sent && sent.find(keyOf(asking))
    if (again) {
      const answered = await answer(again)
      if (!isRefusal(answered)) return answered
    }
    const form = await formFor(by, stepped)
    if (form.kind !== 'form' || !form.steps) return form
    const of = { person: by, form: `steps ${JSON.stringify(stepped.opensWhole)}` }
    const kept = (await drafts.find(of))?.values ?? {}
    const at = stepWithin(form, stepped.at ?? 1)
    if (!stepped.sent) return stepOf(form, at, stepped.at === undefined ? withoutNow(kept) : kept, stepped)

    const given = withStep(form, at, kept, typed)
    await drafts.keep(of, { ask: stepped.sends(at), values: given })
    if (stepped.back) return stepOf(form, stepWithin(form, at - 1), given, stepped)
    const isLast = at === form.steps.length
    if (isLast || holds(enoughIn(form.fields), typed)) return send(asking, form, of, stepped, given, at)
    return (await wrongSoFar(form, at, given, stepped, by)) ?? stepOf(form, at + 1, given, stepped)
  }

  /** The use case itself says what is wrong: without what the next steps ask it cannot do anything else. */
  async function wrongSoFar(
    form: Form,
    at: number,
    given: FormValues,
    stepped: Stepped,
    by: AskOfPerson['by'],
  ): Promise<Answer | undefined> {
    if (!lacksAfter(form, at)) throw new Error('nothing has to be answered after this step')
    const answered = await answer({ ask: stepped.sendsWhole, by, form: upTo(form, at, given) })
    if (!isRefusal(answered) || !answered.fields) return answered
    const asked = form.steps?.slice(0, at).flatMap(({ fields }) => fields) ?? []
    const wrong = inFields(answered.fields, asked)
    return Object.keys(wrong).length === 0 ? undefined : corrected(form, at, given, stepped, wrong)
  }
}

/** At the step that is open, if something is wrong there; else at the first that has it. */
function corrected(form: Form, at: number, given: FormValues, asks: StepAsks, wrong: FieldErrors): Answer {
  const here = inFields(wrong, fieldsAt(form, at))
  const first = firstWrong(form, wrong)
  if (Object.keys(here).length > 0 || first === undefined) return notComplete(first === undefined ? wrong : here)
  return sayingWrong(stepOf(form, first, given, asks), wrong)
}

const keyOf = ({ once = '', by, ask, form = {} }: AskOfPerson): string => onceFor(once, by, ask, form)

/** What is asked of "now" is asked again when the form is opened another time. */
const withoutNow = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !answeredNow.includes(name)))
