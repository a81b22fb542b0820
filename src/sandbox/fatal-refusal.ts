import type { Diagnostic } from '#shared/braze/diagnostic';
import type { DiagnosticCode } from '#shared/braze/diagnostic-codes';
import type { EndpointPath } from '#shared/braze/endpoints';
import type { Answer } from './answer';
import { refusal } from './answer';

/** What the sandbox needs of a finding. */
export type Finding = Pick<Diagnostic, 'code' | 'severity' | 'pointer'>;

/** Checks a body against the rules. */
export type Validate = (endpoint: EndpointPath, value: unknown) => readonly Finding[];

const campaignForm = 'campaign_id must be a string of the campaign api identifier';
const canvasForm = 'canvas_id must be a string of the Canvas api identifier';

/** The documented text for a finding (`api/errors`, fatal errors); the others are a `Bad Request`. */
const messages: Readonly<Partial<Record<DiagnosticCode, string>>> = {
  'JSON.body_size': 'Request Entity Too Large',
  'R01.missing': campaignForm,
  'R01.empty': campaignForm,
  'R01.not_text': campaignForm,
  'R09.no_target': 'No Recipients',
  'R12.too_many': 'The max number of ids per request was exceeded',
  'R30.canvas_missing': canvasForm,
  'R30.canvas_empty': canvasForm,
  'R30.canvas_not_text': canvasForm,
  'R31.no_target': 'No Recipients',
  'R31.no_users': 'No Recipients',
  'R31.too_many': 'The max number of external_ids and aliases per request was exceeded',
  'R32.messages_missing': 'No message to send',
  'R32.messages_empty': 'No message to send',
  'R32.campaign_not_text': campaignForm,
  'R32.variation_missing': 'Message Variant Unspecified',
  'R35.campaign_missing': campaignForm,
  'R35.campaign_form': campaignForm,
};

/** At most this many findings are named in an answer, with pointers of at most so many characters. */
const longestList = 20;
const longestPointer = 200;

/**
 * The 400 for a body with findings at error level; null when there are none. The first finding with
 * a documented text of its own gives the message, otherwise it is `Bad Request`; `errors` says where.
 */
export function fatalRefusal(findings: readonly Finding[]): Answer | null {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const message = errors.map(({ code }) => messages[code]).find((text) => text !== undefined);
  const details = errors
    .slice(0, longestList)
    .map(({ code, pointer }) => `${code} ${pointer.slice(0, longestPointer) || '/'}`);
  return refusal(400, message ?? 'Bad Request', details);
}
