/** The hours within which the one post of a person's day may go. */
import type { Hours } from '../calendar/working-hours.ts'
import type { Partnership } from '../partnership/partnership.ts'

/** When a day's post may go: from the hour that the partnership chose until its working hours close. */
export const digestHours = ({ workingHours, policies }: Partnership): Hours => ({
  opens: policies.digestAt ?? workingHours.opens,
  closes: workingHours.closes,
})
