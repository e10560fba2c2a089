/** A time of day as a partnership writes it, HH:MM by the clocks of England: such times compare as text. */
import { z } from 'zod'

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 09:00')
