/**
 * The only two letters there are. A mailbox is read by assistants, kept by archives and shown on lock screens, so neither
 * says anything of a case: no title, no reference, no name of a child.
 */
import { linkMinutes } from '../../src/lifetimes.ts'

export type Letter = { readonly subject: string; readonly text: string; readonly html: string }

/**
 * One for each message: a letter that stood for several could be sent for one and be too early for the next. The subject
 * is always the same, so that mail programs put them together.
 */
export function waitingLetter(partnership: string, signIn: string, urgent: boolean): Letter {
  const subject = urgent ? 'Urgent: something waits for you in Unstuck' : 'Something waits for you in Unstuck'
  return letter(subject, partnership, {
    before: [
      urgent
        ? 'Something urgent waits for you in Unstuck. Please read it now.'
        : 'Something waits for you in Unstuck. It stays there until you read it.',
      'To keep it safe, none of it is in this letter.',
    ],
    link: signIn,
    label: 'Sign in to read it',
    after: ['Do not answer this letter: nobody reads what is sent to this address.'],
  })
}

export function signInLetter(partnership: string, link: string): Letter {
  return letter('Sign in to Unstuck', partnership, {
    before: ['You asked to sign in to Unstuck. Open this link in the browser in which you asked.'],
    link,
    label: 'Sign in to Unstuck',
    after: [
      `It works once, and for ${linkMinutes} minutes.`,
      'If you did not ask for it, do nothing: without your browser the link is of no use to anybody.',
    ],
  })
}

type Parts = {
  readonly before: readonly string[]
  readonly link: string
  readonly label: string
  readonly after: readonly string[]
}

function letter(subject: string, partnership: string, { before, link, label, after }: Parts): Letter {
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
