/** `/stuck-case accounts`: where a person is known, where they get their messages, and which accounts they remove. */
import { inWords } from '../calendar/in-words.ts'
import { dayOf } from '../calendar/london.ts'
import { done, home, type Answer } from '../display/answer.ts'
import { askingFirst, button, card, text, type Button, type Card } from '../display/card.ts'
import { moreCard, pageOf } from '../display/page.ts'
import { refused } from '../display/refusal.ts'
import type { AccountId } from '../ids.ts'
import type { Partnership, PartnershipPerson } from '../partnership/partnership.ts'
import type { Account, Holding, LinkedBy } from '../ports/accounts.ts'
import type { World } from '../ports/world.ts'
import type { AccountsNeeds } from './accounts-needs.ts'
import { stillHolds } from './admission.ts'
import { overviewButton } from './choose-overview.form.ts'
import { workspaceName } from './workspace-name.ts'
import { youAre } from './you-are.ts'

/** How many one page holds. */
const onAPage = 10

export async function showAccounts(
  { tx, partnership }: World<AccountsNeeds>,
  by: PartnershipPerson,
  from?: number,
): Promise<Answer> {
  const all = await tx.accountsOf(by.id)
  const usable = usableOf(all, partnership)
  const writtenTo = usable.find((one) => one.preferred) ?? usable[0]
  const page = pageOf(all, from, onAPage)
  return home('My accounts', [
    card(
      all.length === 0 ? 'No account is linked to you' : `Your accounts: ${all.length}`,
      [text(youAre(partnership, by)), text(all.length === 0 ? withoutAnAccount : whereMessagesGo)],
      [button('Link another account', { ask: 'open-link-code' }, 'primary'), overviewButton],
    ),
    ...page.shown.map((one) =>
      accountCard(one, partnership, { writtenTo, usable: usable.includes(one), last: isLast(one, usable) }),
    ),
    ...moreCard(page, { ask: 'open-accounts', from: page.next }),
  ])
}

const withoutAnAccount = 'Link your account in Slack or Teams to get your messages there.'
const whereMessagesGo = 'Your messages go to one of them: the one that you choose, or the one that you used last.'

type Use = { readonly writtenTo: Holding | undefined; readonly usable: boolean; readonly last: boolean }

const usableOf = (all: readonly Holding[], partnership: Partnership): readonly Holding[] =>
  all.filter((one) => !one.unreachable && stillHolds(partnership, one))

/** Without it they could use Unstuck nowhere, and get no code in which to link another. */
const isLast = ({ id }: Holding, usable: readonly Holding[]): boolean => usable.length === 1 && usable[0]?.id === id

function accountCard(one: Holding, partnership: Partnership, { writtenTo, usable, last }: Use): Card {
  const lines = [`Linked on ${inWords(dayOf(one.linkedAt))} ${howInWords[one.linkedBy]}.`]
  if (!stillHolds(partnership, one)) lines.push('You can no longer use this account. Link it again with a code.')
  else if (one.unreachable) lines.push('Unstuck was removed there, so nothing can be sent to it.')
  else if (one.id === writtenTo?.id)
    lines.push(
      one.preferred ? 'You chose to get your messages here.' : 'You get your messages here, because you used it last.',
    )
  if (last) lines.push('It is the only account that you can use, so you cannot remove it. Link another one first.')
  return card(
    accountInWords(partnership, one),
    [text(lines.join(' '))],
    [
      ...(one.preferred || !usable
        ? []
        : [button('Send my messages here', { ask: 'prefer-account', account: one.id })]),
      ...(last ? [] : [removeButton(one, partnership)]),
    ],
  )
}

const removeButton = (one: Holding, partnership: Partnership): Button =>
  askingFirst(button('Remove', { ask: 'remove-account', account: one.id }, 'danger'), {
    asks: 'Remove this account?',
    says: `${accountInWords(partnership, one)}. You can no longer use Unstuck there. To link it again you need a code from another of your accounts.`,
    yes: 'Yes, remove it',
  })

export async function preferAccount(
  { tx }: World<AccountsNeeds>,
  by: PartnershipPerson,
  id: AccountId,
): Promise<Answer> {
  const account = await tx.accountById(id)
  if (!account) return refused('no-longer-there')
  if (account.person !== by.id) return refused('not-for-you')
  if (account.removed) return refused('no-longer-there')
  if (account.preferred) return refused('already-done')
  await tx.preferAccount(account)
  await tx.record({ fact: 'account-preferred', account: id, person: by.id })
  return done('You will get your messages there from now on.')
}

export async function removeOwnAccount(
  world: World<AccountsNeeds>,
  by: PartnershipPerson,
  id: AccountId,
): Promise<Answer> {
  const account = await world.tx.accountById(id)
  if (!account) return refused('no-longer-there')
  if (account.person !== by.id) return refused('not-for-you')
  const usable = usableOf(await world.tx.accountsOf(by.id), world.partnership)
  return isLast(account, usable) ? refused('last-account') : removeAccount(world, account)
}

/** Refused from then on. Also for an administrator, who names it by its id. */
export async function removeAccount({ tx }: Pick<World<AccountsNeeds>, 'tx'>, account: Holding): Promise<Answer> {
  if (account.removed) return refused('already-done')
  await tx.removeAccount(account.id)
  await tx.record({ fact: 'account-removed', account: account.id, person: account.person })
  return done(
    'Removed. You can no longer use Unstuck there. To link it again, use a code from another of your accounts, or ask a coordinator of your partnership to get it back for you.',
  )
}

/** For an administrator: somebody whose only one was removed, such as a browser on a lost computer, has no account left to get a code in. */
export async function giveBackAccount({ tx }: Pick<World<AccountsNeeds>, 'tx'>, account: Holding): Promise<Answer> {
  const { id, person, linkedBy, platform } = account
  if (!account.removed) return refused('already-done')
  await tx.giveAccount(id, { person, linkedBy })
  await tx.record({ fact: 'account-linked', account: id, person, platform, how: linkedBy })
  return done('Given back.')
}

function accountInWords(partnership: Partnership, where: Pick<Account, 'platform' | 'workspace'>): string {
  if (where.platform === 'web') return 'Your browser'
  const platform = where.platform === 'slack' ? 'Slack' : 'Microsoft Teams'
  return `${platform}: ${workspaceName(partnership, where)}`
}

const howInWords = {
  address: 'by your work email address',
  code: 'by a code',
  letter: 'by email',
} as const satisfies Record<LinkedBy, string>
