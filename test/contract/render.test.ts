/** One file for all platforms, since walking the whole way twice takes longer than drawing everything on each of them. */
import { slackDrawing } from '../slack/drawing.ts'
import { teamsDrawing } from '../teams/drawing.ts'
import { webDrawing } from '../web/drawing.ts'
import { rendererContract } from './render.contract.ts'

rendererContract(slackDrawing)
rendererContract(teamsDrawing)
rendererContract(webDrawing)
