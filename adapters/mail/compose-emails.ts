/**
 * The only two emails there are. A mailbox is read by assistants, kept by archives and shown on lock screens, so neither
 * says anything of a case: no title, no reference, no name of a child.
 */
import { linkMinutes } from '../../src/lifetimes.ts'

export type Email = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * One for each message: an email that stood for several could be sent for one and be too early for the next. The subject
 * is always the same, so that mail programs put them together.
 */
export function waitingEmail(partnership: string, signIn: string, urgent: boolean): Email {
  const subject = urgent ? 'Urgent: something is waiting for you in Unstuck' : 'Something is waiting for you in Unstuck'
  return email(subject, partnership, {
    before: [
      urgent
        ? 'Something urgent is waiting for you in Unstuck. Please read it now.'
        : 'Something is waiting for you in Unstuck. It will stay there until you read it.',
      'To keep it safe, this email does not say what it is.',
    ],
    link: signIn,
    label: 'Sign in to read it',
    after: ['Do not reply to this email. Nobody reads the replies.'],
  })
}

export function signInEmail(partnership: string, link: string): Email {
  return email('Sign in to Unstuck', partnership, {
    before: ['You asked to sign in to Unstuck. Open this link in the browser you used to ask.'],
    link,
    label: 'Sign in to Unstuck',
    after: [
      `The link works once, and for ${linkMinutes} minutes.`,
      'If you did not ask for it, you do not need to do anything. The link works only in the browser that asked for it.',
    ],
  })
}

type Parts = {
  readonly before: readonly string[]
  readonly link: string
  readonly label: string
  readonly after: readonly string[]
}

function email(subject: string, partnership: string, { before, link, label, after }: Parts): Email {
  const from = `Unstuck, for ${partnership}`
  return {
    subject,
    text: [...before, `${label}:\n${link}`, ...after, from].join('\n\n') + '\n',
    html: [
      '<!DOCTYPE html>',
      `<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="font-family:system-ui,Arial,sans-serif;font-size:16px;line-height:1.5;color:#12343b;background:#ffffff">',
      ...before.map(paragraph),
      `<p><a href="${escaped(link)}" style="color:#0b5c74">${escaped(label)}</a></p>`,
      ...after.map(paragraph),
      paragraph(from),
      '</body></html>',
    ].join('\n'),
  }
}

const paragraph = (words: string): string => `<p>${escaped(words)}</p>`

const escaped = (words: string): string => words.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
