/** Above each long list a box that narrows it to what matches. Without scripts the list is there all the same, whole. */

/** As `src/display/find-options.ts` compares: in any order, with or without accents, apostrophes and spaces. */
const wordsIn = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'‘’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const count = (number) => number.toLocaleString('en-GB')

/** What is chosen stays in the list, whatever is typed; so does the line that stands for no choice. */
function narrowSelect(select) {
  const all = [...select.options].map((option) => ({ option, glued: wordsIn(option.text).join('') }))
  return {
    size: all.filter(({ option }) => option.value !== '').length,
    focus: () => select.focus(),
    narrow(matches) {
      const chosen = select.selectedOptions[0]
      const shown = all.filter(({ option, glued }) => option.value === '' || option === chosen || matches(glued))
      select.replaceChildren(...shown.map(({ option }) => option))
      if (chosen) chosen.selected = true
      return all.filter(({ option, glued }) => option.value !== '' && matches(glued)).length
    },
  }
}

function narrowCheckboxes(list) {
  const all = [...list.querySelectorAll('.govuk-checkboxes__item')].map((item) => ({
    item,
    box: item.querySelector('input'),
    glued: wordsIn(item.textContent).join(''),
  }))
  return {
    size: all.length,
    focus: () => all.find(({ item }) => !item.hidden)?.box.focus(),
    narrow(matches) {
      for (const { item, box, glued } of all) item.hidden = !box.checked && !matches(glued)
      return all.filter(({ glued }) => matches(glued)).length
    },
  }
}

function addSearch(list, at) {
  const { size, focus, narrow } = list.matches('select') ? narrowSelect(list) : narrowCheckboxes(list)
  const box = document.createElement('div')
  box.className = 'app-narrow-list'
  const label = document.createElement('label')
  label.className = 'govuk-label'
  label.htmlFor = `narrow-${at}`
  label.textContent = `Type to search all ${count(size)}`
  const question = document.createElement('span')
  question.className = 'govuk-visually-hidden'
  question.textContent = `: ${list.dataset.narrow}`
  label.append(question)
  const input = document.createElement('input')
  Object.assign(input, {
    id: label.htmlFor,
    type: 'text',
    className: 'govuk-input',
    autocomplete: 'off',
    spellcheck: false,
  })
  const status = document.createElement('p')
  status.className = 'govuk-hint app-narrow-list__found'
  status.setAttribute('role', 'status')
  box.append(label, input, status)
  list.before(box)

  input.addEventListener('input', () => {
    const wanted = wordsIn(input.value.split('@')[0])
    const found = narrow((glued) => wanted.every((word) => glued.includes(word)))
    status.textContent = wanted.length === 0 ? '' : `${count(found)} of ${count(size)} in the list below`
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    // The form is not sent by looking for something in it.
    event.preventDefault()
    focus()
  })
}

export function narrowLists() {
  document.querySelectorAll('[data-narrow]').forEach(addSearch)
}
