/** A mail server of our own: it keeps what it is given, and refuses or defers whom a test names. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Email = {
  readonly to: string
  readonly from: string
  readonly subject: string
  /** All of it as it came, headers and both bodies, readable. */
  readonly raw: string
}

export type MailService = {
  /** As SMTP_URL wants it. */
  readonly url: string
  emails(): readonly Email[]
  emailsTo(address: string): readonly Email[]
  /** Answers emails to this address so from now on, such as `550 5.1.1 No such user`; undefined: takes them again. */
  answer(address: string, reply: string | undefined): void
  /** Resolves with the newest email to this address that `wanted` is true of, as soon as it is there. */
  waitFor(address: string, wanted: (email: Email) => boolean, patienceMs?: number): Promise<Email>
  stop(): Promise<void>
}

export async function startMail(): Promise<MailService> {
  const kept: Email[] = []
  const replies = new Map<string, string>()
  const arrived = new Set<() => void>()

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const reply = replies.get(address)
      callback(reply === undefined ? null : refusal(reply))
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = readable(Buffer.concat(chunks).toString())
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        for (const { address } of envelope.rcptTo)
          kept.push({ to: address, from, subject: headerIn(raw, 'Subject'), raw })
        callback()
        for (const look of arrived) look()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo

  const emailsTo = (address: string) => kept.filter(({ to }) => to === address)

  return {
    url: `smtp://127.0.0.1:${port}`,
    emails: () => kept,
    emailsTo,
    answer(address, reply) {
      if (reply === undefined) replies.delete(address)
      else replies.set(address, reply)
    },
    waitFor: (address, wanted, patienceMs = 30_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = emailsTo(address).findLast(wanted)
          if (!found) return
          clearTimeout(timer)
          arrived.delete(look)
          resolve(found)
        }
        const timer = setTimeout(() => {
          arrived.delete(look)
          reject(
            new Error(
              `no such email came to ${address}, but: ${emailsTo(address)
                .map(({ subject }) => subject)
                .join(', ')}`,
            ),
          )
        }, patienceMs)
        arrived.add(look)
        look()
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The address that an email wants to have opened. */
export function linkIn({ raw }: Email): string {
  const [link] = /https?:\/\/\S+/.exec(raw) ?? []
  if (link === undefined) throw new Error(`there is no link in:\n${raw}`)
  return link
}

function refusal(reply: string): Error {
  const [, code = '550', words = ''] = /^(\d{3}) (.*)$/.exec(reply) ?? []
  return Object.assign(new Error(words), { responseCode: Number(code) })
}

/** Folded headers on one line, soft line breaks and coded signs as they are read. */
function readable(raw: string): string {
  return raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
    .replaceAll(/\r\n[ \t]+/g, ' ')
}

function headerIn(raw: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(raw)?.[1]?.trim() ?? ''
}
