/** `npm run accounts`: where everybody is reached, by ids alone; `remove` removes one, `give-back` undoes that. */
import type { Answer } from '../../src/display/answer.ts'
import { isRefusal, sentences } from '../../src/display/refusal.ts'
import { AccountId } from '../../src/ids.ts'
import type { WhereReached } from '../../src/people/where-reached.ts'
import type { Holding } from '../../src/ports/accounts.ts'
import type { Terminal } from './terminal.ts'

const usage = 'Usage: npm run accounts\n       npm run accounts -- remove|give-back ACCOUNT-ID'

export type AccountsFromShell = {
  readonly list: () => Promise<readonly WhereReached[]>
  readonly remove: (account: AccountId) => Promise<Answer>
  readonly giveBack: (account: AccountId) => Promise<Answer>
}

export async function accountsFromShell(
  args: readonly string[],
  { list, remove, giveBack }: AccountsFromShell,
  { out, err }: Terminal,
): Promise<number> {
  const [verb, given, ...others] = args
  if (verb === undefined) {
    for (const reached of await list()) out(`${linesOf(reached).join('\n')}\n`)
    return 0
  }
  const id = AccountId.safeParse(given)
  const verbs: Readonly<Record<string, AccountsFromShell['remove']>> = { remove, 'give-back': giveBack }
  const does = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!does || !id.success || others.length > 0) {
    err(`${usage}\n`)
    return 2
  }
  const answer = await does(id.data)
  if (answer.kind === 'done') {
    out(`${answer.says}\n`)
    return 0
  }
  err(`${isRefusal(answer) ? sentences[answer.reason] : answer.kind}\n`)
  return 1
}

function linesOf({ person, now, accounts, removed }: WhereReached): readonly string[] {
  const reached = typeof now === 'string' ? now : now.platform
  const isNow = ({ id }: Holding) => typeof now !== 'string' && id === now.id
  return [`${person}: ${reached}`, ...[...accounts, ...removed].map((one) => `  ${lineOf(one, isNow(one))}`)]
}

const lineOf = ({ id, platform, workspace, user, linkedBy, ...is }: Holding, now: boolean): string =>
  [
    `${id}  ${platform} ${workspace} ${user}, linked by ${linkedBy === 'letter' ? 'email' : linkedBy}`,
    ...(now ? ['reached here'] : []),
    ...(is.preferred ? ['preferred'] : []),
    ...(is.removed ? ['removed'] : is.unreachable ? ['out of reach'] : []),
  ].join(', ')
