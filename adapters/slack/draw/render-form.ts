/** Draws a form as a modal: each field an input block, named after the field. */
import type { types } from '@slack/bolt'
import { button } from '../../../src/display/card.ts'
import { askedOnce } from '../../../src/display/asked-once.ts'
import { beginningOfRow, firstRows } from '../../../src/display/first-rows.ts'
import {
  deciding,
  enoughIn,
  followingOf,
  isFollowing,
  mayStayEmpty,
  withAsked,
  type Following,
} from '../../../src/display/follow-ups.ts'
import type { Field, Form } from '../../../src/display/form.ts'
import { lookedUp } from '../../../src/display/looked-up.ts'
import type { Typed } from '../../../src/display/typed.ts'
import type { OpeningAsk } from '../../../src/vocabulary.ts'
import { sentences } from '../../../src/display/refusal.ts'
import { plain } from './inert-text.ts'
import { noticeOf } from './keep-form.ts'
import { renderBlock, renderButtons, sections } from './render-block.ts'
import { renderField } from './render-field.ts'
import { titleMax } from './render-reading.ts'
import { blocksOfView, onSurface } from './surface.ts'

/** docs.slack.dev/reference/views: private_metadata. */
const metadataMax = 3000
/** Of a table, one below the other: three questions and a line each stay well within the 100 blocks of a view. */
export const mostRows = 10

/**
 * `once` names this drawing of the form, so that sending it twice does the work once. A list that is too long is looked up in
 * what `asked` opens for the person who types. So is a question that follows from an answer; they are all drawn where the form
 * cannot be opened again, as when it is another one (`isAnother`) than what was opened first; and where what decides on them is
 * more than metadata takes, as in a county with a hundred agencies.
 */
export function renderForm(whole: Form, once: string, asked?: OpeningAsk, isAnother = false): types.ModalView {
  const opened = whole.step?.opened ?? asked
  const rows = firstRows(askedOnce(whole), mostRows)
  const follows = opened !== undefined && !isAnother && followingOf(rows.fields)
  const metadata = follows && metadataOf(rows, once, opened, follows)
  if (metadata && metadata.length <= metadataMax)
    return drawn(withAsked(rows, rows.values), once, opened, metadata, follows)
  return drawn(rows, once, opened, metadataOf(rows, once, opened, {}), {})
}

function metadataOf(form: Form, once: string, opened: OpeningAsk | undefined, following: Following): string {
  const enough = enoughIn(form.fields)
  const sufficing = Object.keys(enough).length > 0 && { suffices: enough }
  const follows = Object.keys(following).length > 0 && { following }
  const comesBack = follows || (opened && lookedUp(form.fields).size > 0)
  return JSON.stringify({ ask: form.submit.ask, once, ...(comesBack && { opened }), ...sufficing, ...follows })
}

function drawn(
  form: Form,
  once: string,
  opened: OpeningAsk | undefined,
  metadata: string,
  following: Following,
): types.ModalView {
  if (metadata.length > metadataMax) throw new RangeError(`metadata of ${metadata.length} characters`)
  const found = opened ? lookedUp(form.fields) : new Set<string>()
  // Slack marks inputs of the view that was sent alone: of another one each sentence stands right above its question.
  const wrong = form.step?.wrong
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: plain(form.title, titleMax, 'a title'),
    submit: plain(form.submit.label, titleMax, 'the label of a submit button'),
    close: plain('Cancel'),
    blocks: onSurface(
      [
        ...(wrong ? [noticeOf(sentences['form-not-complete'])] : []),
        ...renderIntro(form.intro),
        ...Object.entries(form.fields).flatMap(([name, field]) => [
          ...beginningOfRow(form.table, name).flatMap(renderBlock),
          ...sections(wrong?.[name] === undefined ? '' : `Error: ${wrong[name]}`),
          ...inputOf(name, field, form.values[name] ?? [], {
            id: `${name}.${once}`,
            found: found.has(name),
            decides: tellsAtOnce(name, field, following),
            mayStayEmpty: mayStayEmpty(field) || (isFollowing(field) && !(name in following)),
          }),
        ]),
        ...form.outro.flatMap(renderBlock),
        ...renderButtons(form.step?.back ? [button('Back', form.step.back)] : []),
      ],
      blocksOfView,
    ),
  }
}

/**
 * Slack keeps what is typed into an input that an update leaves under the same ids: so each drawing names its inputs
 * again, and a fresh form starts with its own values.
 */
function inputOf(
  name: string,
  field: Field,
  given: readonly Typed[],
  how: { readonly id: string; readonly found: boolean; readonly decides: boolean; readonly mayStayEmpty: boolean },
): types.KnownBlock[] {
  if ('options' in field && field.options.length === 0)
    return sections(`${field.label}\nThere is nothing to choose from.`)
  return [
    {
      type: 'input',
      block_id: name,
      label: plain(field.label),
      ...(field.hint !== undefined && { hint: plain(field.hint) }),
      optional: how.mayStayEmpty,
      ...(how.decides && { dispatch_action: true }),
      element: renderField(field, given, how),
    },
  ]
}

/** What a form says of itself and whom to call stand in one line, so that the first question is in sight. */
function renderIntro([says, whom, ...rest]: Form['intro']): types.KnownBlock[] {
  if (says?.block !== 'text' || whom?.block !== 'numbers' || !whom.folded)
    return [says, whom, ...rest].flatMap((part) => (part ? renderBlock(part) : []))
  const [first = '', ...others] = whom.lines
  const both = { ...whom, lines: [`${says.text} ${first}`, ...others] }
  return [both, ...rest].flatMap(renderBlock)
}

/** Slack tells us of the choice at once: see `suffice.ts` and `follow.ts`. */
const tellsAtOnce = (name: string, field: Field, following: Following): boolean =>
  (field.field === 'choice' && field.suffices !== undefined) || deciding(following).has(name)
