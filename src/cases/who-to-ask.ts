/** Which agencies can be asked for a view, which of them the theme suggests, and where each reason stands on the form. */
import { filled, type FormValues } from '../display/form.ts'
import type { AgencyId } from '../ids.ts'
import type { Agency, Partnership } from '../partnership/partnership.ts'
import type { Case } from './case.ts'

/** A partnership of more agencies is asked for one reason that holds for all: Slack's form holds a hundred blocks. */
const mostReasons = 30

/** The field that says why this agency needs to know; the same for all where there are too many agencies. */
export const whyName = (partnership: Partnership, { id }: { readonly id: AgencyId }): string =>
  asksTogether(partnership) ? 'why' : `why-${id}`

export const asksTogether = (partnership: Partnership): boolean => askable(partnership).length > mostReasons

/** Everybody but the authority itself, whose social worker is in the case already. */
export const askable = ({ agencies, authority }: Partnership): readonly Agency[] =>
  agencies.filter(({ id }) => id !== authority)

/**
 * The agencies that the theme suggests, each with a reason; the social worker can change them. Of several
 * agencies of one kind only they know which has to do with this child: none of those is ticked.
 */
export function suggested(partnership: Partnership, { theme }: Case): FormValues {
  const asks = partnership.themes.find((one) => one.theme === theme)?.ask ?? []
  const agencies = askable(partnership)
  const only = agencies.filter(({ kind }) => agencies.filter((agency) => agency.kind === kind).length === 1)
  const concerned = only.flatMap((agency) => {
    const because = asks.find(({ kind }) => kind === agency.kind)?.because
    return because ? [{ agency, because }] : []
  })
  return {
    agencies: filled(...concerned.map(({ agency }) => agency.id)),
    // A reason of one kind of agency is not one that holds for all.
    ...(!asksTogether(partnership) &&
      Object.fromEntries(concerned.map(({ agency, because }) => [whyName(partnership, agency), filled(because)]))),
  }
}
