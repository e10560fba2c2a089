/** Tells a coordinator that a message could not be delivered. */
import { card, text, type Card } from '../display/card.ts'

/** Without a reference: whose case it is about is said to those who may know it, where it is answered. */
export function undeliveredCard(name: string, code: string, phone?: string): Card {
  return card('A message could not be delivered', [
    text(
      `A message to ${name} could not be delivered: ${inWords(code)}. ${phone === undefined ? 'Contact them another way.' : `Call them on ${phone}.`}`,
    ),
  ])
}

/** For those who hear in a coordinator's place. */
export function notToldCard(coordinator: string, code: string, name: string, phone?: string): Card {
  return card('A message could not be delivered', [
    text(
      `${coordinator} should have heard that a message to ${name} could not be delivered, and that did not reach them either: ${inWords(code)}. ` +
        `You are getting this in their place. ${phone === undefined ? `Contact ${name} another way.` : `Call ${name} on ${phone}.`}`,
    ),
  ])
}

function inWords(code: string): string {
  if (code === 'no-account') return 'they have no account in the chat with their work email address'
  if (code === 'unannounced') return 'it is on their page, and nothing tells them so'
  if (code === 'smtp_mailbox-full') return 'their mailbox is full'
  if (code === 'smtp_mailbox-closed') return 'their mailbox takes no emails at the moment'
  if (code.startsWith('smtp_')) return 'the email server does not accept emails to their address'
  if (/^(user|users)_|^cannot_dm_/.test(code)) return 'their account in the chat is closed or hidden'
  if (/^(does-not-fit|invalid_|msg_)/.test(code)) return 'the chat does not accept a message like this one'
  return 'the chat accepts no messages for them'
}
