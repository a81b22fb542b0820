import type { Language } from '../../domain/language';
import { type EndpointPath, endpointOf, reachesUsers } from '../endpoints';
import type { FieldSpec } from '../field-spec';
import { QUOTA_POLICIES } from '../quota';
import { LIMIT_TEXTS, type LimitText } from './limit-texts';

function said(
  language: Language,
  text: LimitText,
  numbers: Readonly<Record<string, number>> = {},
): string {
  const written = new Intl.NumberFormat(language);
  return LIMIT_TEXTS[language][text].replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const number = numbers[name];
    return number === undefined ? whole : written.format(number);
  });
}

/** What the documentation limits a field to, a sentence each. */
export function fieldLimits(
  { maxItems, maxLength, format }: FieldSpec,
  isRequired: boolean,
  language: Language,
): readonly string[] {
  const found: string[] = [];
  if (isRequired) found.push(said(language, 'required'));
  if (maxItems !== undefined) found.push(said(language, 'max_items', { most: maxItems }));
  if (maxLength !== undefined) found.push(said(language, 'max_length', { most: maxLength }));
  if (format !== undefined) found.push(said(language, format));
  return found;
}

/** The allowances that calls of an endpoint draw from (see `quota.ts`), a sentence each. */
export function endpointLimits(endpoint: EndpointPath, language: Language): readonly string[] {
  const { pool, broadcast, audience, 'send-id-daily': sendIds } = QUOTA_POLICIES;
  if (endpointOf(endpoint).quota === 'send-id-daily') {
    return [said(language, 'send_ids', { sendIds: sendIds.limit })];
  }
  const hourly = said(language, 'pool', { pool: pool.limit });
  if (!reachesUsers(endpoint)) return [hourly];
  const minute = { broadcast: broadcast.limit, audience: audience.limit };
  return [hourly, said(language, 'broadcast', minute)];
}
