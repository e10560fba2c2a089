/** The table of requests for a view. */
export type InputsTables = {
  requests: {
    id: string
    case_id: string
    agency: string
    person: string
    because: Buffer
    state: string
    asked_at: Date
    reminded_at: Date | null
    given_at: Date | null
    view: Buffer | null
  }
}
