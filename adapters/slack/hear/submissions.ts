/**
 * A form that was sent. Slack closes a modal when it is acknowledged, and what was typed is gone: so the answer comes
 * first, within Slack's limit, and is the acknowledgement.
 */
import type { ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import { z } from 'zod'
import { readJson } from '../../../doors/read-json.ts'
import { within } from '../../../doors/within.ts'
import { isRefusal, refused, sentences, type Refusal } from '../../../src/display/refusal.ts'
import { Ask, OpeningAsk } from '../../../src/vocabulary.ts'
import { accountOf, workspaceOf } from './account-of.ts'
import { answerFor, reportFailure, slackAccount, type Bot } from '../bot.ts'
import { inputsOf, keepForm } from '../draw/keep-form.ts'
import { unseen } from './follow.ts'
import { followOnHome } from '../draw/publish-home.ts'
import { readSent } from './read-form.ts'
import { asView, isStep, lastView, sentenceOf } from '../draw/render-answer.ts'

/** Slack waits three seconds (docs.slack.dev/interactivity/handling-user-interaction); one is left for the network. */
const answerWithinMs = 2_000

const notSavedYet = 'Not saved yet. Your words are still here. Please send the form again in a moment.'

const Metadata = z.object({ ask: Ask, once: z.string(), opened: OpeningAsk.optional().catch(undefined) })

export async function answerSubmission(bot: Bot, body: ViewSubmitAction): Promise<ViewResponseAction> {
  const { user, view } = body
  const metadata = readMetadata(view.private_metadata)
  if (!metadata) return updated(asView(refused('no-longer-there'), bot.newId()))
  const { opened, ...asked } = metadata
  const asking = accountOf(bot, body).then(async (account) => {
    const more = await unseen(bot, account, view)
    const answer = more ?? (await answerFor(bot, account, { ...asked, form: readSent(view.state.values) }))
    return { account, answer }
  })
  // Slack waits for what is acknowledged, and not for their Home.
  void asking.then(({ account, answer }) => {
    if ('kind' in answer) void followOnHome(bot, account, asked.ask, answer)
  }, nothing)
  const answering = asking
    .then(({ answer }) => {
      if (!('kind' in answer)) return updated(answer)
      if (isRefusal(answer)) return drawRefusal(view, answer)
      const isAnother = answer.kind === 'form' && answer.submit.ask.ask !== asked.ask.ask
      const next = asView(answer, bot.newId(), opened, isAnother)
      return updated(isStep(answer) ? next : lastView(next))
    })
    .catch((error: unknown) => {
      const reference = reportFailure(bot, slackAccount(workspaceOf(body), user.id), asked.ask.ask, error)
      return updated(keepForm(view, `${notSavedYet} Reference: ${reference}.`))
    })
  // The work goes on past the limit: sending the form again finds it done, by the same `once`.
  return within(answerWithinMs, answering, () => updated(keepForm(view, notSavedYet)))
}

const readMetadata = (metadata: string): z.infer<typeof Metadata> | undefined =>
  Metadata.safeParse(readJson(metadata)).data

type View = ViewSubmitAction['view']

/** Slack marks only the inputs that it drew; whatever else is wrong is said above them. */
function drawRefusal(view: View, refusal: Refusal): ViewResponseAction {
  const drawn = inputsOf(view)
  const errors = Object.entries(refusal.fields ?? {}).filter(([field]) => drawn.has(field))
  if (errors.length > 0) return { response_action: 'errors', errors: Object.fromEntries(errors) }
  return updated(keepForm(view, refusal.fields ? sentenceOf(refusal) : sentences[refusal.reason]))
}

const nothing = (): void => undefined
const updated = (view: ReturnType<typeof asView>): ViewResponseAction => ({ response_action: 'update', view })
