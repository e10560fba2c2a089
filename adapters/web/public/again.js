/** The same questions for one more thing are hidden until somebody asks for them. Without scripts they are all there. */

const isBegun = (row) =>
  row.querySelector('.govuk-form-group--error') !== null ||
  [...row.querySelectorAll('input, select, textarea')].some(({ type, checked, value }) =>
    type === 'radio' || type === 'checkbox' ? checked : value !== '',
  )

export function askAgain() {
  for (const form of new Set([...document.querySelectorAll('[data-again]')].map((row) => row.closest('form'))))
    addRows(form)
}

function addRows(form) {
  const rows = [...form.querySelectorAll('[data-again]')]
  const begun = rows.findLastIndex(isBegun)
  rows.forEach((row, at) => (row.hidden = at > begun))
  const more = document.createElement('button')
  more.type = 'button'
  more.className = 'govuk-button govuk-button--secondary'
  more.textContent = rows[0].dataset.again
  rows.at(-1).after(more)
  const next = () => rows.find((row) => row.hidden)
  if (!next()) more.remove()
  more.addEventListener('click', () => {
    const row = next()
    row.hidden = false
    row.querySelector('input, select, textarea').focus()
    if (!next()) more.remove()
  })
}
