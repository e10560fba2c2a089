/** By which day law and guidance expect a thing for a child in care, and why, in words that people can check. */
import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/in-words.ts'
import { addMonths } from '../calendar/months.ts'
import { addWorkingDays, workingCalendar } from '../calendar/working-days.ts'
import type { DutyKind } from './duty.ts'

type CareDates = {
  readonly careFrom: Day
  /** Of this period of care, earliest first. */
  readonly reviewsHeld: readonly Day[]
}

type DueDay = { readonly due: Day; readonly because: string }

/** The law's working days know no local closing days (SI 2010/959, regulation 2). */
const statutory = workingCalendar([])

/** First review within 20 working days of becoming looked after (SI 2010/959, regulation 33(1)). */
const firstReviewWorkingDays = 20
/** Second review within three months of the first (SI 2010/959, regulation 33(2)). */
const secondReviewMonths = 3

const untilFirstReview = `${firstReviewWorkingDays} working days`
const betweenReviews = `${secondReviewMonths} months`

export const dueDay = (kind: DutyKind, care: CareDates): DueDay =>
  kind === 'permanence-plan' ? permanencePlanDue(care) : healthAssessmentDue(care)

/** A plan for permanence by the second review (Children Act 1989 Guidance, volume 2, 2015). */
function permanencePlanDue({ careFrom, reviewsHeld: [first, second] }: CareDates): DueDay {
  if (!first)
    return {
      due: addMonths(addWorkingDays(careFrom, firstReviewWorkingDays, statutory), secondReviewMonths),
      because: `${untilFirstReview} and ${betweenReviews} after care began on ${inWords(careFrom)}, as no review has been held`,
    }
  const latest = addMonths(first, secondReviewMonths)
  return second && second <= latest
    ? { due: second, because: `the day of the second review, ${inWords(second)}` }
    : { due: latest, because: `${betweenReviews} after the first review on ${inWords(first)}` }
}

/**
 * Done and its plan ready for the first review (SI 2010/959, regulation 7; Promoting the health and well-being of
 * looked-after children, 2015).
 */
const healthAssessmentDue = ({ careFrom }: CareDates): DueDay => ({
  due: addWorkingDays(careFrom, firstReviewWorkingDays, statutory),
  because: `${untilFirstReview} after care began on ${inWords(careFrom)}`,
})

/** Where the day comes from, for people. */
export const sourceOf = {
  'permanence-plan':
    'Statutory guidance (Children Act 1989 Guidance, volume 2): a plan for permanence by the second review.',
  'health-assessment':
    'Care Planning Regulations 2010, regulation 7, and statutory guidance: the assessment and its plan must be ready for ' +
    'the first review. Check your local agreement.',
} as const satisfies Record<DutyKind, string>
