/**
 * What the link scanners of email make of a link: https://scanner/…?url=what was meant. Only those whose own address holds
 * the link can be undone; what comes out is trusted no more than any other link.
 */

/** Where the link is: in a parameter, as text or in base64. */
const inParameter: readonly (readonly [host: RegExp, names: readonly string[]])[] = [
  // Microsoft Defender, in each of its clouds, and Teams' own.
  [/(^|\.)safelinks\.protection\.(outlook\.com|office365\.us|partner\.outlook\.cn)$/, ['url']],
  [/^statics\.teams\.cdn\.(office|live)\.(net|com)$/, ['url']],
  [/^urldefense\.proofpoint\.com$/, ['u']], // version 1; version 2 is written in its own way
  [/^linkprotect\.cudasvc\.com$/, ['a', 'url']], // Barracuda
  [/(^|\.)protection\.sophos\.com$/, ['u']],
  [/(^|\.)(trendmicro|trendmicro-cloud)\.com$/, ['url']],
  [/^clicktime\.(symantec|cloud\.postoffice)\.(com|net)$/, ['u', 'U']],
  [/^protect2?\.fireeye\.com$/, ['u']], // Trellix
  [/(^|\.)mimecast(protect)?\.com$/, ['url', 'u']],
  [/^(link|url)\.edgepilot\.com$/, ['u', 'url']],
  [/(^|\.)(greathorn|egress|emailprotection|vadesecure|hornetsecurity)\.(com|link)$/, ['url', 'u', 'redirect']],
  [/^(www\.)?google\.(com|co\.uk)$/, ['q', 'url']],
  [/^meet\.google\.com$/, ['dest']],
  [/^slack-redir\.net$/, ['url']],
  [/^(l|lm)\.(facebook|messenger)\.com$/, ['u']],
]

/** In the path, between marks or behind a hash. */
const proofpoint2 = /^\/v2\/url$/
const proofpoint3 = /\/v3\/__(.+?)__;([^!]*)!/
const checkpoint = /\/v\d\/(?:url_[^_]*\/)?___(.+?)___/
const hosts = {
  proofpoint: /^urldefense\.(proofpoint\.com|com|us|eu)$/,
  checkpoint: /^(protect\.checkpoint\.com|url\.avanan\.click|(.*\.)?avanan\.click)$/,
  cisco: /^secure-web\.cisco\.com$/,
}
/** Whose links hold nothing of what was meant. */
const sealed = /(^|\.)(mimecast(protect)?\.com|linkprotect\.cudasvc\.com|emailprotection\.link|edgepilot\.com)$/

/** As often as a link is wrapped again on its way through several organisations. */
const layers = 6

/** The link inside; the same again where nothing is wrapped. */
export function unwrapped(address: string): string {
  let link = address
  for (let layer = 0; layer < layers; layer += 1) {
    const inside = insideOf(link)
    if (inside === undefined) return link
    link = inside
  }
  return link
}

/** It was rewritten by a scanner that alone knows what was meant. */
export const isSealed = (address: string): boolean => URL.canParse(address) && sealed.test(new URL(address).hostname)

function insideOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const found = byPath(url, address) ?? byParameter(url)
  return found !== undefined && /^https?:\/\//i.test(found) ? found : undefined
}

function byPath({ hostname, pathname, search, searchParams }: URL, address: string): string | undefined {
  if (hosts.proofpoint.test(hostname)) {
    if (proofpoint2.test(pathname))
      return decoded((searchParams.get('u') ?? '').replaceAll('-', '%').replaceAll('_', '/'))
    const [, link, replaced] = proofpoint3.exec(address) ?? []
    return link === undefined ? undefined : restored(link, replaced ?? '')
  }
  if (hosts.checkpoint.test(hostname)) return checkpoint.exec(address)?.[1]
  if (hosts.cisco.test(hostname)) return decoded(`${pathname.split('/').at(-1) ?? ''}${search}`)
  return undefined
}

function byParameter({ hostname, searchParams }: URL): string | undefined {
  const [, names = []] = inParameter.find(([host]) => host.test(hostname)) ?? []
  const value = names.map((name) => searchParams.get(name)).find((one) => one)
  return value && !/^https?:/i.test(value) ? fromBase64(value) : (value ?? undefined)
}

/** Version 3 takes out what it cannot show: `*` stands for the next such sign, `**` and a letter for several of them. */
function restored(link: string, replaced: string): string {
  const signs = Array.from(Buffer.from(replaced, 'base64url').toString('utf8'))
  const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const text = link.replace(/\*(\*.)?/g, (mark) => {
    const count = mark.length === 1 ? 1 : runs.indexOf(mark.charAt(2)) + 2
    return signs.splice(0, count).join('') || mark
  })
  // Browsers and servers fold the two slashes into one.
  return text.replace(/^(https?):\/+/i, '$1://')
}

function fromBase64(value: string): string | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8')
  return /^https?:\/\//i.test(text) ? text : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
