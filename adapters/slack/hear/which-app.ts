/** Whose request it claims to be, read before anything of it is believed: only then is it known which secret signed it. */
import { readJson } from '../../../doors/read-json.ts'

/** Slack's id of the app; undefined where the request names none. */
export function appNamedBy(body: string, contentType: string | undefined): string | undefined {
  if (!contentType?.startsWith('application/x-www-form-urlencoded')) return appIn(body)
  const form = new URLSearchParams(body)
  const payload = form.get('payload')
  return payload === null ? (form.get('api_app_id') ?? undefined) : appIn(payload)
}

function appIn(json: string): string | undefined {
  const read = readJson(json)
  const named = typeof read === 'object' && read !== null && 'api_app_id' in read ? read.api_app_id : undefined
  return typeof named === 'string' ? named : undefined
}
