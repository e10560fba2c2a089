/** The chair approves what was agreed: each line passes the content guard, is posted to everybody, and is chased from now on. */
import { onlyTheseKinds } from '../actions/kind.ts'
import { agreeAction } from '../actions/agree-action.ts'
import { aboutCase } from '../cases/about-case.ts'
import { dayOf } from '../calendar/london.ts'
import { endClimb, startClimb } from '../climbs/take-step.ts'
import { unclosed, unclosedPolicy } from '../cases/unclosed.ts'
import { readOrStop } from '../concerns/read-or-stop.ts'
import { done, isAnswer, type Answer } from '../display/answer.ts'
import { clear } from '../display/clear.ts'
import { findingsInWords, type About } from '../display/content-guard.ts'
import type { FieldErrors, FormValues } from '../display/form.ts'
import { isRefusal, refused, type Refusal } from '../display/refusal.ts'
import type { Cleared, Typed } from '../display/typed.ts'
import type { MeetingId, PersonId } from '../ids.ts'
import type { PartnershipPerson } from '../partnership/partnership.ts'
import { tell } from '../people/tell.ts'
import { judges } from '../parts/judges.ts'
import { hears } from '../parts/hears.ts'
import { may } from '../parts/may.ts'
import { partsToday } from '../parts/parts-of.ts'
import type { World } from '../ports/world.ts'
import type { AgreedAction, Meeting, Summary } from './meeting.ts'
import type { MeetingsNeeds } from './needs.ts'
import { meetingUnderWay, type OwnMeeting } from './own-meeting.ts'
import {
  decisionName,
  draftFields,
  draftForm,
  knowName,
  stateOf,
  recordedDecisions,
  whatName,
  type Draft,
} from './summary-draft.form.ts'
import { summaryCard } from './summary.card.ts'
import { meetingUnfinished } from './waits-for-chair.ts'
import { caseButton } from '../cases/case-button.ts'
import { button } from '../display/card.ts'

export async function showSummaryDraft(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<Answer> {
  const own = await toApprove(world, by, id)
  return isRefusal(own) ? own : draftForm(await draftOf(world, own), world.partnership)
}

export async function approveSummary(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  { meeting: id, drawn }: { readonly meeting: MeetingId; readonly drawn?: number | undefined },
  sent: FormValues,
): Promise<Answer> {
  const { tx, partnership } = world
  const own = await toApprove(world, by, id)
  if (isRefusal(own)) return own
  const { meeting, stuck } = own
  const draft = await draftOf(world, own)
  if (drawn !== undefined && drawn !== stateOf(draft)) return refused('record-has-changed')
  const form = draftForm(draft, partnership)
  const fields = draftFields(draft, partnership)
  const about = { identifiers: Object.values((await tx.identityOf(stuck.id)) ?? {}), today: dayOf(world.now) }
  const judge = judges(partnership, stuck)
  const read = await readOrStop(world, by.id, {
    ...{ about: aboutCase(stuck), fields, form, sent },
    further: (part) => ({ ...incomplete(draft, part as Values, judge), ...clearLines(part as Values, about).errors }),
  })
  if (isAnswer(read)) return read
  const summary = summaryFrom(draft, clearLines(read.values as Values, about).lines)
  if (isRefusal(summary)) return summary

  const { cameToo = [] } = meeting
  const agreed: Meeting = { ...meeting, state: 'approved', summary }
  await tx.saveMeeting(agreed)
  await tx.saveCase({ ...stuck, state: 'following-up' })
  await tx.record({
    fact: 'summary-approved',
    case: stuck.id,
    meeting: id,
    decisions: summary.decisions.length,
    actions: summary.actions.map(({ action }) => action),
  })
  await endClimb(world, meetingUnfinished(id))
  await tx.withdraw({ subject: 'meeting', id })
  const parts = await partsToday(world, { meeting: agreed, case: stuck })
  for (const { person: to } of hears(parts, 'agreed').to)
    await tell(world, {
      key: `summary-${id}-${to}`,
      to,
      card: summaryCard(
        { stuck, meeting: id, summary, cameToo, mayReflect: may(parts, to, 'reflection') },
        partnership,
      ),
      about: { subject: 'case', id: stuck.id },
      what: 'agreed',
    })
  for (const { action, ...agreedAction } of summary.actions)
    await agreeAction(world, { id: action, case: stuck, ...agreedAction })
  if ((await tx.openActionsIn(stuck.id)) === 0) await startClimb(world, unclosed(stuck.id), unclosedPolicy(stuck))
  return done('Approved. Everybody will be told what was agreed. Each action is followed up from today.', [
    button('What was agreed', { ask: 'open-summary', case: stuck.id }),
    ...(await caseButton(world, by, stuck)),
  ])
}

type Values = Readonly<Record<string, Typed | undefined>>
type Lines = Readonly<Record<string, Cleared | undefined>>

/** Each line by itself, so that the chair sees which one has to be put differently. */
function clearLines(values: Values, about: About): { readonly lines: Lines; readonly errors: FieldErrors } {
  const lines: Record<string, Cleared> = {}
  const errors: Record<string, string> = {}
  for (const [name, typed] of Object.entries(values)) {
    if (!typed) continue
    const outcome = clear(typed, about)
    if ('cleared' in outcome) lines[name] = outcome.cleared
    else errors[name] = findingsInWords(outcome.findings)
  }
  return { lines, errors }
}

/** What is wrong with the actions whose words are not deleted. */
function incomplete({ proposals }: Draft, values: Values, judge: ReadonlySet<PersonId>): FieldErrors {
  const kept = proposals.filter((proposal) => values[whatName(proposal)])
  return Object.fromEntries([
    ...kept.flatMap((one) => (values[knowName(one)] ? [] : [[knowName(one), 'Say how we will know it is done.']])),
    ...kept.flatMap((one) => (judge.has(one.owner) && !one.kind ? [[whatName(one), nowJudges]] : [])),
  ]) as FieldErrors
}

function summaryFrom({ meeting, proposals }: Draft, lines: Lines): Summary | Refusal {
  const decisions = recordedDecisions(meeting).flatMap((_, place) => lines[decisionName(place)] ?? [])
  const actions: AgreedAction[] = []
  for (const proposal of proposals) {
    const what = lines[whatName(proposal)]
    const know = lines[knowName(proposal)]
    if (!what || !know) continue
    const { id: action, owner, due, kind } = proposal
    actions.push({ action, owner, due, ...(kind && { kind }), what, know })
  }
  return decisions.length + actions.length === 0 ? refused('nothing-agreed') : { decisions, actions }
}

/** They became its IRO or its chair after the meeting. */
const nowJudges = `${onlyTheseKinds} Correct the action first, and choose somebody else; or delete these words.`

async function toApprove(
  world: World<MeetingsNeeds>,
  by: PartnershipPerson,
  id: MeetingId,
): Promise<OwnMeeting | Refusal> {
  const own = await meetingUnderWay(world, by, id, 'summary-draft')
  if (isRefusal(own)) return own
  if (own.meeting.state === 'approved') return refused('summary-already-out')
  return own.meeting.state === 'recorded' ? own : refused('not-recorded-yet')
}

const draftOf = async ({ tx }: World<MeetingsNeeds>, { meeting, stuck }: OwnMeeting): Promise<Draft> => ({
  meeting,
  proposals: await tx.proposalsOf(meeting.id),
  ref: stuck.ref,
})
