/** Questions that follow from an answer are hidden until it is given. Without scripts they are all there. */

/** As `src/display/follow-ups.ts` says: the name of a question, and the answers of which one is enough. */
function holds(form, answers) {
  const given = new FormData(form)
  return Object.entries(answers).some(([name, enough]) => given.getAll(name).some((one) => enough.includes(one)))
}

function isAnswered(form, question) {
  const given = new FormData(form)
  return [...question.querySelectorAll('[name]')].some(({ name }) => given.getAll(name).some((one) => one !== ''))
}

export function followAnswers() {
  const questions = [...document.querySelectorAll('[data-when], [data-unless]')]
  const draw = () => {
    for (const question of questions) {
      const form = question.closest('form')
      const { when, unless } = question.dataset
      const isAsked = (!when || holds(form, JSON.parse(when))) && !(unless && holds(form, JSON.parse(unless)))
      const isWrong = question.classList.contains('govuk-form-group--error')
      question.hidden = !isAsked && !isWrong && !isAnswered(form, question)
    }
  }
  for (const form of new Set(questions.map((question) => question.closest('form'))))
    form.addEventListener('change', draw)
  draw()
}
