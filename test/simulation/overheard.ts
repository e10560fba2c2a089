/**
 * What somebody was answered holds nothing that they may not see: the words that others wrote, and the child's name, are
 * held to the permission table. What a person is to a case is asked of the tables here, and of nothing in `src/parts`.
 */
import { sql } from 'kysely'
import type { Answer } from '../../src/display/answer.ts'
import type { PersonId } from '../../src/ids.ts'
import { seenBy, type Field, type Standing } from '../../src/permissions/may-see.ts'
import { coordinatorsOf } from '../../src/people/people.ts'
import type { Ask } from '../../src/vocabulary.ts'
import { childsName } from './fill.ts'
import { textOf, type Written } from './words.ts'
import type { World } from './world.ts'

/** Also the person who can confirm a case in place of its social worker reads what was raised. */
const raised: readonly Field[] = ['raised-words', 'confirm-form-later', 'confirm-disagreement-late', 'answer-objection']

/** Which line of the table covers what is written by this ask; absent where only its writer sees it again. */
const coveredBy: Readonly<Record<string, readonly Field[]>> = {
  'raise-case': raised,
  'match-raising': raised,
  'add-to-raising': raised,
  'withdraw-raising': raised,
  'confirm-case': ['reasons'],
  'close-case': ['reasons', 'answer-closing', 'answer-objection', 'own-raising'],
  'answer-closing': ['reasons', 'answer-closing', 'answer-objection', 'own-raising'],
  object: ['answer-objection'],
  'answer-objection': ['own-raising', 'answer-objection'],
  'ask-another': ['reasons', 'own-request'],
  'give-input': ['inputs'],
  'pass-on': ['inputs', 'own-request'],
  'set-meeting-link': ['case'], // everybody in the case is told where
  'record-meeting': ['meeting-record', 'reflection', 'summary'],
  'add-action': ['meeting-record', 'summary-draft', 'summary', 'action'],
  'approve-summary': ['summary', 'action'],
  'complete-action': ['action'],
  'move-action': ['action'],
  'hand-over-action': ['action'],
  'accept-action': ['action'],
  'decline-action': ['action'],
  'raise-challenge': ['challenge'],
  'answer-challenge': ['challenge'],
  'move-challenge': ['challenge'],
  'end-challenge': ['challenge'],
  'expect-duty': ['duty'],
  'record-duty': ['duty'],
  'pass-duty': ['duty'],
  'take-back-review': ['duty'],
  'accept-duty': ['duty'],
  'decline-duty': ['duty'],
  'report-concern': ['concern-report'],
  'open-concern-child': ['concern-child'],
  'open-take-back-concern': ['concern-take-back'],
  'take-back-concern': ['concern-take-back'],
}

const identity: readonly Field[] = [
  'identity',
  'closed-identity',
  'duty-child',
  'action-child',
  'confirm-form',
  'own-request',
  'concern-child',
]

/**
 * Who confirms a disagreement says what the child is called, and reads it back where the form stops for a danger; who looks
 * for the child reads the name that the raiser gave.
 */
const identityInForm: Partial<Record<Ask['ask'], readonly Field[]>> = {
  'confirm-case': ['confirm-disagreement', 'confirm-disagreement-late'],
  'match-raising': ['unmatched-raising'],
}

const identityIn = (answer: Answer): readonly Field[] => [
  ...identity,
  ...((answer.kind === 'form' && identityInForm[answer.submit.ask.ask]) || []),
]

/** Who raises reads back the name that they typed, where the form comes again. */
const isTheirRaising = (answer: Answer): boolean => answer.kind === 'form' && answer.submit.ask.ask === 'raise-case'

export async function overheard(world: World, by: PersonId, answer: Answer): Promise<readonly string[]> {
  const others = world.words.of(answer).filter((one) => one.by !== by)
  const named = !isTheirRaising(answer) && textOf(answer).includes(childsName.split(' ')[1] ?? childsName)
  if (others.length === 0 && !named) return []
  const found: string[] = []
  for (const one of others) {
    const fields = await fieldsOf(world, one)
    if (!fields) found.push(`${by} was shown what ${one.by} wrote as ${one.field} by ${one.ask.ask}`)
    else if (!allows(fields, await standings(world, by, one)))
      found.push(`${by} was shown what ${one.by} wrote as ${one.field} by ${one.ask.ask}, and is nobody who may see it`)
  }
  if (named && !allows(identityIn(answer), await standings(world, by)))
    found.push(`${by} was shown the name of the child, and is nobody who may see it`)
  return found
}

async function fieldsOf({ db }: World, { field, ask, by }: Written): Promise<readonly Field[] | undefined> {
  if (field === 'spokenTo') return ['danger-reports']
  if (field === 'reflection') return ['reflection', 'meeting-record']
  // why an agency is asked is for that agency
  if (ask.ask === 'confirm-case' && field.startsWith('why-')) return ['reasons', 'own-request']
  const covered = coveredBy[ask.ask]
  if (!covered || ask.ask !== 'raise-case') return covered
  const { rows } = await sql`select from raisings where by = ${by} and ${field} = any(released)`.execute(db)
  return rows.length > 0 ? [...covered, 'released-words'] : covered
}

const allows = (fields: readonly Field[], here: ReadonlySet<Standing>): boolean =>
  fields.some((field) => (seenBy[field] as readonly Standing[]).some((standing) => here.has(standing)))

/** `disagreement` is what the case is, and nobody's standing in it. */
type Held = { readonly standing: Standing | 'disagreement'; readonly person: string }

/** What this person, or somebody whose deputy they are, is to the cases that those words are about; to any, without words. */
async function standings({ db, partnership }: World, by: PersonId, about?: Written): Promise<ReadonlySet<Standing>> {
  const id = about ? idIn(about.ask) : null
  // What was typed to raise a child again was added to what the same person had raised.
  const added =
    about?.ask.ask === 'raise-case' &&
    !(await db.selectFrom('raisings').select('id').where('id', '=', id).executeTakeFirst())
  const ofWriter = id === null || added
  const { rows } = await sql<Held>`
    with known as (
      select cases.* from cases where ${about === undefined}
        or ${ofWriter} and exists (select from raisings where case_id = cases.id and by = ${about?.by ?? ''})
        or cases.id::text = ${id}
        or cases.id in (select case_id from meetings where id::text = ${id})
        or cases.id in (select case_id from requests where id::text = ${id})
        or cases.id in (select case_id from actions where id::text = ${id})
        or cases.id in (select case_id from raisings where id::text = ${id})
        or cases.id in (select case_id from concerns where id::text = ${id})
        or cases.id in (select case_id from closings where id::text = ${id})
    )
    select 'raiser' as standing, by as person from raisings where case_id in (select id from known)
    union select 'disagreement', '' from raisings where case_id in (select id from known) and theme = 'disagreement'
    union select 'social-worker', social_worker from known
    union select 'social-worker', social_worker from children where id in (select child from known) or exists (
      select from duties where duties.child = children.id and duties.id::text = ${id})
    union select 'iro', iro from known
    union select 'iro', iro from children where id in (select child from known) or exists (
      select from duties where duties.child = children.id and duties.id::text = ${id})
    union select 'chair', chair from known
    union select 'chair', chair from meetings where case_id in (select id from known)
    union select 'note-taker', note_taker from meetings where case_id in (select id from known)
    union select 'attended', jsonb_array_elements_text(attended) from meetings where case_id in (select id from known)
    union select 'asked', person from requests where case_id in (select id from known)
    union select 'owner', owner from actions where case_id in (select id from known)
    union select 'owner', owner from duties where id::text = ${id} or ${about === undefined}
    union select 'offered', offered_to from actions where case_id in (select id from known)
    union select 'offered', offered_to from duties where id::text = ${id} or ${about === undefined}
    union select 'writer', writer from concerns where case_id in (select id from known) or id::text = ${id}
    union select 'told', jsonb_array_elements_text(told) from concerns where case_id in (select id from known)
      or id::text = ${id}`.execute(db)
  const { people } = partnership()
  const here = people.find((person) => person.id === by)
  const mine = new Set<string>([by, ...people.filter(({ deputy }) => deputy === by).map((one) => one.id)])
  const found = new Set(
    rows.flatMap(({ person, standing }) => (standing !== 'disagreement' && mine.has(person) ? [standing] : [])),
  )
  if (here?.roles.includes('chair')) found.add('any-chair')
  const { authority, agencies } = partnership()
  const confirms = about === undefined || (about.ask.ask in coveredBy && coveredBy[about.ask.ask] === raised)
  // Of what was raised they read a disagreement alone, to confirm it.
  const reads = about === undefined || !confirms || rows.some(({ standing }) => standing === 'disagreement')
  if (reads && coordinatorsOf(partnership()).some(({ id }) => mine.has(id))) found.add('coordinator')
  if (confirms && agencies.some(({ id, lead }) => id === authority && mine.has(lead))) found.add('lead')
  const owners = rows.filter(({ standing }) => standing === 'owner').map(({ person }) => person)
  const leads =
    here?.roles.includes('lead') && people.some((one) => owners.includes(one.id) && one.agency === here.agency)
  if (leads) found.add('lead')
  return found
}

const idIn = (ask: Written['ask']): string | null => {
  const ids = Object.entries(ask).flatMap(([name, value]) =>
    name !== 'ask' && typeof value === 'string' ? [value] : [],
  )
  return ids.find((value) => /^[0-9a-f-]{36}$/.test(value)) ?? null
}
