/**
 * Questions that are asked with an answer to another one. Until then they are not drawn, so that nobody reads what is not for
 * them; once they are drawn they have to be answered, unless they say "(optional)".
 */
import type { Answers, Field, Fields, Form, FormValues } from './form.ts'

/** What decides when each such question is asked. */
export type Following = Readonly<Record<string, Pick<Field, 'when' | 'unless'>>>

export const isFollowing = ({ when, unless }: Pick<Field, 'when' | 'unless'>): boolean =>
  when !== undefined || unless !== undefined

/** May be left empty wherever it is drawn. */
export const mayStayEmpty = (field: Field): boolean =>
  field.optional === true || (Boolean(field.optional) && field.optional !== 'at-times' && !isFollowing(field))

export function followingOf(fields: Fields): Following {
  const following = Object.entries(fields).filter(([, field]) => isFollowing(field))
  return Object.fromEntries(
    following.map(([name, { when, unless }]) => [name, { ...(when && { when }), ...(unless && { unless }) }]),
  )
}

/** The names of the questions on whose answers others follow. */
export const deciding = (following: Following): ReadonlySet<string> =>
  new Set(
    Object.values(following).flatMap(({ when, unless }) => [...Object.keys(when ?? {}), ...Object.keys(unless ?? {})]),
  )

/** Of those that follow, the ones that are to be seen. What holds an answer already stays, so that nothing typed is lost. */
export const askedOf = (following: Following, values: FormValues): readonly string[] =>
  Object.entries(following)
    .filter(([name, { when, unless }]) => {
      const isAsked = (!when || holds(when, values)) && !(unless && holds(unless, values))
      return isAsked || (values[name] ?? []).some((typed) => typed.reveal() !== '')
    })
    .map(([name]) => name)

export const holds = (answers: Answers, values: FormValues): boolean =>
  Object.entries(answers).some(([name, enough]) => values[name]?.some((typed) => enough.includes(typed.reveal())))

/** The form without the questions that do not follow from what it holds, nor from what is wrong with it. */
export function withAsked(form: Form, values: FormValues, wrong: readonly string[] = []): Form {
  const following = followingOf(form.fields)
  const asked = new Set([...askedOf(following, values), ...wrong])
  const drawn = Object.entries(form.fields).filter(([name]) => !(name in following) || asked.has(name))
  return { ...form, fields: Object.fromEntries(drawn) }
}

/** Said above the questions when a form was sent before they had been seen. */
export const moreToAnswer = 'There is more to answer below: it follows from what you chose.'

/** By question: the answers with which the form may be sent as it stands. */
export const enoughIn = (fields: Fields): Answers =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.field === 'choice' && field.suffices ? [[name, field.suffices] as const] : [],
    ),
  )
