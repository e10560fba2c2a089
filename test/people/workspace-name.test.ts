import { expect, it } from 'vitest'
import { AgencyId } from '../../src/ids.ts'
import { workspaceName } from '../../src/people/workspace-name.ts'
import { demonstration } from '../support/builders.ts'

const [council, trust, police] = ['larkshire-council', 'larkshire-nhs-trust', 'larkshire-police'].map((id) =>
  AgencyId.parse(id),
)
const where = { platform: 'slack', workspace: 'T0LARK' } as const
const called = (agencies: readonly (typeof council)[], name?: string): string =>
  workspaceName(
    {
      ...demonstration,
      workspaces: [
        {
          ...where,
          agencies: agencies.flatMap((id) => id ?? []),
          domains: ['demo.example'],
          ...(name !== undefined && { name }),
        },
      ],
    },
    where,
  )

it.each([
  ['as the file names it', called([council, trust], 'County Hall'), 'County Hall'],
  ['after the one agency that works there', called([trust]), 'Larkshire NHS Trust'],
  ['after the first of two', called([council, trust]), 'Larkshire Council and 1 other agency'],
  ['after the first of several', called([council, trust, police]), 'Larkshire Council and 2 other agencies'],
])('calls a workspace %s', (_, is, expected) => {
  expect(is).toBe(expected)
})

it('says of one that is not in the file that it takes part no longer, and never its id', () => {
  expect(workspaceName({ ...demonstration, workspaces: [] }, where)).toBe('a workspace that no longer takes part')
})
