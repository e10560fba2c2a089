/** Each answer that is not a form or a plain "done", as a page. */
import type { Card } from '../../src/display/card.ts'
import type { Home } from '../../src/display/answer.ts'
import type { Reading } from '../../src/display/reading.ts'
import { renderCard, type Drawing } from './render-card.ts'
import { renderReading } from './render-reading.ts'
import type { Page } from './show.ts'

export function pageOf(answer: Card | Reading | Home, drawing: Drawing): Page {
  switch (answer.kind) {
    case 'card':
      return { template: 'card.njk', title: answer.title, data: { card: renderCard(answer, drawing) } }
    case 'reading':
      return { template: 'reading.njk', title: answer.title, data: { reading: renderReading(answer, drawing) } }
    case 'home':
      return {
        template: 'sections.njk',
        title: answer.title,
        data: { sections: answer.sections.map((section) => renderCard(section, drawing)) },
      }
  }
}
