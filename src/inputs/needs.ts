/** What this room needs from the store. */
import type { CasesNeeds } from '../cases/needs.ts'
import type { CaseId, RequestId } from '../ids.ts'
import type { Request } from './request.ts'

export type InputsNeeds = CasesNeeds & {
  /** Takes the lock of its case, then its own: a use case that has the case may change every request of it. */
  requestById(id: RequestId): Promise<Request | undefined>
  /** In the order of the agencies' ids. */
  requestsOf(id: CaseId): Promise<readonly Request[]>
  saveRequest(request: Request): Promise<void>
}
