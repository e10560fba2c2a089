/** A local safeguarding partnership as its YAML file describes it: who works together, and by which rules. */
import { z } from 'zod'
import { Theme } from '../cases/themes.ts'
import { longestOptionLabel } from '../display/form.ts'
import { pastedAddress } from '../display/pasted-address.ts'
import { AgencyId, PersonId } from '../ids.ts'
import { AroundCare } from './also-for.ts'
import { ChallengeStages } from './challenge-stages.ts'
import { clockTime } from './clock-time.ts'
import { Policies } from './policies.ts'

const sentence = z.string().trim().min(1).max(300)

export const AgencyKind = z.enum(['social-care', 'health', 'police', 'education', 'housing', 'voluntary', 'probation'])

/** One organisation that is asked: not "education" but which school, not "health" but which trust. */
export const Agency = z.strictObject({
  id: AgencyId,
  kind: AgencyKind,
  name: z.string().trim().min(1).max(60),
  /** Who answers for this agency and is asked for its view. */
  lead: PersonId,
})
export type Agency = z.infer<typeof Agency>

/** In the order in which a case meets them. */
export const Role = z.enum(['practitioner', 'social-worker', 'lead', 'chair', 'iro', 'coordinator'])
export type Role = z.infer<typeof Role>

/** Of a number as people write it: with the extension left out, as many digits as can be rung. */
function isPhoneNumber(written: string): boolean {
  const [number = ''] = written.split(/\s*(?:x|ext\.?)\s*(?=\d{1,6}$)/i)
  if (!/^\+?[\d ()-]+$/.test(number)) return false
  const digits = number.replace(/\D/g, '').length
  return /^(\+|00)/.test(number) ? digits >= 8 && digits <= 17 : /^\(?0/.test(number) && digits >= 10 && digits <= 11
}

const phoneNumber = z
  .string('expected a phone number in quotation marks, such as "01632 960123"')
  .trim()
  .refine(isPhoneNumber, 'expected a phone number such as 01632 960123 or +44 1632 960123')

export const PartnershipPerson = z.strictObject({
  id: PersonId,
  name: z.string().trim().min(1).max(60),
  email: z.string().transform(pastedAddress).pipe(z.email()),
  agency: AgencyId,
  roles: z.array(Role).min(1),
  /** Who receives what is sent while this person is away. */
  deputy: PersonId.optional(),
  /** Shown where somebody must be rung. */
  phone: phoneNumber.optional(),
  /** Their last day; from the day after they are as if they were not in the file (`as-of.ts`). */
  ends: z.iso.date().optional(),
})
export type PartnershipPerson = z.infer<typeof PartnershipPerson>

/** Both are drawn as an option of a form. */
const themeWords = z.string().trim().min(1).max(longestOptionLabel)

/** One kind of "stuck": what it is called here, who is usually asked, and why each needs to know. */
const PartnershipTheme = z.strictObject({
  theme: Theme,
  /** In place of the name and the line that `src/cases/themes.ts` gives it. */
  name: themeWords.optional(),
  explanation: themeWords.optional(),
  ask: z
    .array(z.strictObject({ kind: AgencyKind, because: sentence }))
    .min(1)
    .optional(),
})

/** What the bot says wherever a child may be in danger; a partnership without these lines does not start. */
export const UrgentLines = z.strictObject({
  emergency: sentence,
  daytimeReferral: sentence,
  outOfHours: sentence,
  designatedOfficer: sentence,
  /** Who hears besides the coordinators of a danger that nobody has reported for an hour: people of the authority. */
  contacts: z.array(PersonId).min(1).optional(),
})
export type UrgentLines = z.infer<typeof UrgentLines>

export const WorkingHours = z.strictObject({ opens: clockTime.default('09:00'), closes: clockTime.default('17:00') })
export type WorkingHours = z.infer<typeof WorkingHours>

/**
 * A Slack workspace or a Teams tenant that may take part, and whose people an address there may prove: its
 * administrators can give its users any address, so each is believed for its own agencies and domains alone.
 */
export const AdmittedWorkspace = z
  .strictObject({
    platform: z.enum(['slack', 'teams']),
    /** Slack's team id, such as T0123456789, or the tenant's id (GUID); `any` only in the demonstration. */
    workspace: z.string().trim().min(1).max(60),
    /** What people call it; where it has none, it is called after who works there. */
    name: z.string().trim().min(1).max(60).optional(),
    agencies: z.array(AgencyId).min(1),
    domains: z.array(z.string().min(3).max(120)).min(1),
  })
  // Microsoft writes a GUID in small letters, its portals in both.
  .transform((one) => (one.platform === 'teams' ? { ...one, workspace: one.workspace.toLowerCase() } : one))
export type AdmittedWorkspace = z.infer<typeof AdmittedWorkspace>

/** A name, and no address, port or path: each meeting on it is an https address below it. */
const meetingHost = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/,
    'expected the name of a server, such as meet.larkshire.gov.uk',
  )

export const Partnership = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** The local authority among the agencies: it has the care of the children, and its staff may name them. */
  authority: AgencyId,
  urgent: UrgentLines,
  workingHours: WorkingHours.prefault({}),
  /** Days on which this partnership does not work, in addition to bank holidays. */
  closedDays: z.array(z.iso.date()).default([]),
  /** Servers of its own on which meetings are held, besides Teams, Google Meet, Zoom and Webex. */
  meetingHosts: z.array(meetingHost).max(20).default([]),
  /** Which children can have a case as well as those in care: nothing is counted as due for them. */
  alsoFor: z.array(AroundCare).default([]),
  /** Which managers answer the challenge of an IRO, one after the other. Absent: the lead of the authority. */
  challenge: ChallengeStages.optional(),
  agencies: z.array(Agency).min(1),
  people: z.array(PartnershipPerson).min(1),
  themes: z.array(PartnershipTheme).default([]),
  policies: Policies.prefault({}),
  workspaces: z.array(AdmittedWorkspace).default([]),
  /** Who gets the daily report while nudges are in shadow. */
  reportsTo: PersonId,
})
export type Partnership = z.infer<typeof Partnership> & {
  readonly demonstration?: true
  /** Which of those that were applied; absent where it comes straight from a file. */
  readonly version?: number
  /** Who was in it once and is no longer, so that a record can still name them; never in a file. */
  readonly left?: readonly LeftPerson[]
  readonly leftAgencies?: readonly Agency[]
}

export const LeftPerson = PartnershipPerson.pick({ id: true, name: true, agency: true, deputy: true })
export type LeftPerson = z.infer<typeof LeftPerson>
