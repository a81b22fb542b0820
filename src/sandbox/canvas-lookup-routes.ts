import { answer, refusal } from './answer';
import { apiTriggered } from './campaign-lookup-routes';
import type { SampleCanvas, SampleStep } from './catalogue';
import { listPage } from './list-page';
import type { RouteHandler } from './route';

function stepView(step: SampleStep, canvas: SampleCanvas): Readonly<Record<string, unknown>> {
  const nextPaths = step.nextStepIds.map((id) => ({
    name: canvas.steps.find((other) => other.id === id)?.name ?? '',
    next_step_id: id,
  }));
  return {
    id: step.id,
    name: step.name,
    type: 'message',
    next_step_ids: step.nextStepIds,
    next_paths: nextPaths,
    channels: step.channels,
    messages: step.messages,
  };
}

/** `GET /canvas/list`. */
export const listCanvases: RouteHandler = ({ query }, { catalogue }) => {
  const page = listPage(catalogue.canvases, query);
  if (page === null) return refusal(400, 'Bad Request');
  return answer(200, {
    message: 'success',
    canvases: page.map(({ id, updatedAt, name, tags }) => ({
      id,
      last_edited: updatedAt,
      name,
      tags,
    })),
  });
};

/** `GET /canvas/details`. */
export const showCanvas: RouteHandler = ({ query }, workspace) => {
  const canvas = workspace.canvas(query.get('canvas_id'));
  if (canvas === undefined) {
    return refusal(400, 'canvas_id must be a string of the Canvas api identifier');
  }
  const firstStepIds = canvas.steps.slice(0, 1).map((step) => step.id);
  return answer(200, {
    message: 'success',
    created_at: canvas.createdAt,
    updated_at: canvas.updatedAt,
    name: canvas.name,
    description: canvas.description,
    archived: canvas.archived,
    draft: canvas.draft,
    enabled: canvas.enabled,
    has_post_launch_draft: false,
    schedule_type: canvas.scheduleType ?? apiTriggered,
    first_entry: canvas.firstSent,
    last_entry: canvas.lastSent,
    channels: canvas.channels,
    variants: [
      { name: 'Variant 1', first_step_ids: firstStepIds, first_step_id: firstStepIds[0] ?? null },
    ],
    tags: canvas.tags,
    teams: [],
    steps: canvas.steps.map((step) => stepView(step, canvas)),
  });
};
