import { type EndpointPath, endpointOf } from '../braze/endpoints';
import { MAX_RECIPIENTS } from '../braze/quota';
import { validateText } from '../braze/validate';
import type { RowProblem } from '../domain/data-row';

/** UTF-16 units of the recipients that are checked together, so that large rows do not add up. */
const mostUnits = 1_000_000;

/**
 * What the rules say at error level of recipients, by their place in the list. What only concerns the whole call is
 * not looked at.
 * @param recipients compact JSON each
 */
export function checkRecipients(
  endpoint: EndpointPath,
  recipients: readonly string[],
): ReadonlyMap<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  const id = endpointOf(endpoint).family === 'canvas' ? 'canvas_id' : 'campaign_id';
  for (let start = 0; start < recipients.length;) {
    let end = start;
    for (let units = 0; end < recipients.length && end - start < MAX_RECIPIENTS; end += 1) {
      units += recipients[end]?.length ?? 0;
      if (units > mostUnits && end > start) break;
    }
    const list = recipients.slice(start, end).join(',');
    const body = `{"${id}":"00000000-0000-0000-0000-000000000000","recipients":[${list}]}`;
    for (const { severity, rule, code, pointer } of validateText(endpoint, body)) {
      const [, at, path = ''] = /^\/recipients\/(\d+)(\/.*)?$/s.exec(pointer) ?? [];
      if (severity !== 'error' || at === undefined) continue;
      const row = start + Number(at);
      if (!problems.has(row)) problems.set(row, { code: 'rule', params: { rule, code, path } });
    }
    start = end;
  }
  return problems;
}
