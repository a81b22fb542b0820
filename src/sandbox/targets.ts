import type { Answer } from './answer';
import { refusal } from './answer';
import { targetState } from './catalogue';
import type { Workspace } from './workspace';

/** What a call's campaign or Canvas allows. */
export type TargetCheck =
  | { readonly ok: true; readonly notice: string | null }
  | { readonly ok: false; readonly refusal: Answer };

/** The notices for a target that sends nothing; Canvas texts are documented, campaign ones inferred. */
export function pausedNotice(kind: 'campaign' | 'Canvas'): string {
  return `The ${kind} is paused. Resume the ${kind} to ensure trigger requests will take effect.`;
}

/** See `pausedNotice`. */
export function archivedNotice(kind: 'campaign' | 'Canvas'): string {
  return `The ${kind} is archived. Unarchive the ${kind} to ensure trigger requests will take effect.`;
}

const invalidCampaign = refusal(400, 'Invalid Campaign ID');

/** The same pattern as for campaigns; the documentation gives no text for Canvases. */
const invalidCanvas = refusal(400, 'Invalid Canvas ID');

function check(
  target: Parameters<typeof targetState>[0] | undefined,
  kind: 'campaign' | 'Canvas',
  acceptAnyId: boolean,
): TargetCheck {
  const unknown = kind === 'campaign' ? invalidCampaign : invalidCanvas;
  if (target === undefined) {
    return acceptAnyId ? { ok: true, notice: null } : { ok: false, refusal: unknown };
  }
  switch (targetState(target)) {
    case 'active':
      return { ok: true, notice: null };
    case 'paused':
      return { ok: true, notice: pausedNotice(kind) };
    case 'archived':
      return { ok: true, notice: archivedNotice(kind) };
    case 'draft':
      // Never launched, so there is nothing under that id yet. The documentation is silent here.
      return { ok: false, refusal: unknown };
  }
}

/** Checks the campaign of a trigger. Neither API campaigns nor those that start by themselves can be triggered. */
export function checkCampaign(id: unknown, workspace: Workspace): TargetCheck {
  const found = workspace.campaign(id);
  if (found?.isApiCampaign === true || found?.scheduleType !== undefined)
    return { ok: false, refusal: invalidCampaign };
  return check(found, 'campaign', workspace.acceptAnyId);
}

/** Checks the Canvas of a trigger. */
export function checkCanvas(id: unknown, workspace: Workspace): TargetCheck {
  return check(workspace.canvas(id), 'Canvas', workspace.acceptAnyId);
}

/**
 * Checks the optional API campaign of `/messages/send` and each message's variation.
 * Texts: `api/errors`, fatal errors.
 */
export function checkApiCampaign(
  id: unknown,
  messages: unknown,
  workspace: Workspace,
): TargetCheck {
  if (id === undefined || id === null) return { ok: true, notice: null };
  const found = workspace.campaign(id);
  if (found === undefined && workspace.acceptAnyId) return { ok: true, notice: null };
  if (found?.isApiCampaign !== true) return { ok: false, refusal: invalidCampaign };
  for (const [channel, message] of Object.entries(Object(messages) as object)) {
    const variation = (Object(message) as Record<string, unknown>)['message_variation_id'];
    const known = Object.entries(found.messages).find(([key]) => key === variation)?.[1];
    if (known === undefined) return { ok: false, refusal: refusal(400, 'Invalid Message Variant') };
    if (known.channel !== channel) {
      return { ok: false, refusal: refusal(400, 'Mismatched Message Type') };
    }
  }
  return check(found, 'campaign', workspace.acceptAnyId);
}
