/** The pages of a real partnership: for those who signed in by email, and nobody else. */
import type { RequestHandler } from 'express'
import type { Mail } from '../../adapters/mail/mail.ts'
import { realClock } from '../../adapters/clock/real-clock.ts'
import { createSignIns } from '../../adapters/postgres/accounts/sign-ins.ts'
import { createPages } from '../../adapters/web/app.ts'
import type { PagesNeeds } from '../../adapters/web/pages-needs.ts'
import { createLook, type PageLook } from '../../adapters/web/look.ts'
import { createSignIn, type SignIn } from '../../adapters/web/sign-in.ts'
import type { Drafts } from '../../src/ports/drafts.ts'
import type { Resources } from './resources.ts'
import type { Doors } from './doors.ts'

export type SignInParts = { readonly mail: Mail; readonly doors: Doors; readonly drafts: Drafts }

export function signInOf(
  { config, opened, partnership, secretKey, oldSecretKeys, log }: Resources,
  parts: SignInParts,
  look: PageLook,
): SignIn {
  return createSignIn({
    signIns: createSignIns(opened.db, { realClock, secretKey }),
    recognise: parts.doors.recognise,
    arrive: parts.doors.arrive,
    forgetDrafts: (person) => parts.drafts.forgetAllOf(person),
    sendEmail: (person, link) => parts.mail.signInEmail(person, link),
    partnership,
    publicUrl: config.publicUrl,
    look,
    secretKey,
    oldSecretKeys,
    log,
  })
}

export function sessionPages(
  world: Resources,
  parts: SignInParts,
  { answer, inbox, opened }: Pick<PagesNeeds, 'answer' | 'inbox' | 'opened'>,
): readonly RequestHandler[] {
  const look = createLook()
  const { router, whoIs, whoWas, stranger } = signInOf(world, parts, look)
  const { config, partnership, secretKey, oldSecretKeys, log } = world
  const pages = createPages({
    ...{ answer, inbox, opened, look, whoIs, whoWas, stranger, secretKey, oldSecretKeys, log },
    drafts: parts.drafts,
    partnership,
    publicUrl: config.publicUrl,
  })
  return [router, pages]
}
