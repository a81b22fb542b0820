import type { MessageText } from '#shared/braze/contract/read-contract';
import { isObject, type UnknownObject } from '#shared/braze/json-value';
import type { TargetKind } from '#shared/domain/lookup';

/** Texts and levels that are looked at; a server may send anything. */
const mostTexts = 20_000;
const deepest = 12;

/** Every text below a campaign's messages or a Canvas's steps, with its message and field. */
export function messageTexts(kind: TargetKind, details: UnknownObject): MessageText[] {
  const texts: MessageText[] = [];
  const gather = (value: unknown, message: string, field: string, depth: number): void => {
    if (texts.length >= mostTexts || depth > deepest) return;
    if (typeof value === 'string') {
      if (value.includes('{')) texts.push({ text: value, place: { message, field } });
    } else if (Array.isArray(value)) {
      for (const entry of value) gather(entry, message, field, depth + 1);
    } else if (isObject(value)) {
      for (const [name, entry] of Object.entries(value)) {
        gather(entry, message, field === '' ? name : field, depth + 1);
      }
    }
  };
  const messages = (value: unknown, prefix: string): void => {
    if (!isObject(value)) return;
    for (const [id, message] of Object.entries(value)) {
      gather(message, [prefix, nameOf(message, id)].filter(Boolean).join(' · '), '', 0);
    }
  };

  if (kind === 'campaign') {
    messages(details['messages'], '');
    return texts;
  }
  const steps = Array.isArray(details['steps']) ? details['steps'] : [];
  for (const step of steps.filter(isObject)) {
    const { messages: ofStep, ...rest } = step;
    const name = nameOf(step, '');
    messages(ofStep, name);
    gather(rest, name, '', 0);
  }
  return texts;
}

function nameOf(value: unknown, fallback: string): string {
  if (!isObject(value)) return fallback;
  const { name, channel } = value;
  if (typeof name === 'string' && name !== '') return name.slice(0, 60);
  return typeof channel === 'string' && channel !== '' ? channel.slice(0, 60) : fallback;
}
