/** Keeps what is being typed, on the server and for its writer alone, and asks before a page with unsent words is left. */

/** After this pause in typing. */
const pauseMs = 1000
/** What a browser lets outlive its page is 64 KiB. */
const outlivesAtMost = 60_000

export function keepDrafts() {
  const form = document.querySelector('form[data-draft]')
  if (form) keepDraft(form, form.querySelector('[data-draft-kept]'))
}

function keepDraft(form, saysKept) {
  let unsent = false
  let unkept = false
  let sent = false
  /** What was kept is being thrown away: it must not be kept again on the way. */
  let forgetting = false
  let timer

  async function keep() {
    clearTimeout(timer)
    if (!unkept || sent || forgetting) return
    unkept = false
    const body = new URLSearchParams(new FormData(form))
    const keepalive = body.toString().length < outlivesAtMost
    const kept = await fetch('/draft', { method: 'POST', body, keepalive, redirect: 'manual' }).then(
      ({ status }) => status === 204,
      () => false,
    )
    unkept ||= !kept
    saysKept.hidden = !kept
  }

  form.addEventListener('input', ({ target }) => {
    if (!target.name) return
    unsent = unkept = true
    forgetting = false
    clearTimeout(timer)
    timer = setTimeout(keep, pauseMs)
  })
  form.addEventListener('submit', () => {
    sent = true
  })
  document.addEventListener('submit', ({ target }) => {
    if (target.matches('[data-forgets]')) forgetting = true
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keep()
  })
  window.addEventListener('beforeunload', (event) => {
    if (!unsent || sent) return
    void keep()
    event.preventDefault()
  })
}
