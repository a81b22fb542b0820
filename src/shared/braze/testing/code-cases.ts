import type { DiagnosticCode } from '../diagnostic-codes';
import type { EndpointPath } from '../endpoints';
import { BODY_ROWS } from './code-rows-body';
import { CONTENT_ROWS } from './code-rows-content';
import { USERS_ROWS } from './code-rows-users';

/** A body with a finding of each code that is not about the text itself. */
export const CODE_CASES = [...BODY_ROWS, ...USERS_ROWS, ...CONTENT_ROWS].map(
  ([code, pointer, body, endpoint]) => {
    const path: EndpointPath = endpoint ?? '/campaigns/trigger/send';
    return { code, pointer, body, endpoint: path };
  },
);

/** A text for every code about the text itself. */
export const TEXT_CASES: readonly (readonly [DiagnosticCode, string])[] = [
  ['JSON.empty', ' // nothing'],
  ['JSON.unexpected', '{"a": }'],
  ['JSON.unexpected', '{a: 1}'],
  ['JSON.unexpected', "{'a': 1}"],
  ['JSON.unclosed', '{"a": [1, 2'],
  ['JSON.unclosed', '{"a": "b'],
  ['JSON.unclosed', '{} /* open'],
  ['JSON.trailing_comma', '{"a": [1,],}'],
  ['JSON.missing_comma', '{"a": 1 "b": 2}'],
  ['JSON.bad_escape', '{"a": "\\x"}'],
  ['JSON.bad_escape', '{"a": "\\u12"}'],
  ['JSON.bad_character', '{"a": "\u0000"}'],
  ['JSON.bad_number', '{"a": 1.}'],
  ['JSON.trailing_text', '{} {}'],
  ['JSON.duplicate_key', '{"a": 1, "a": 2}'],
  ['JSON.duplicate_key', '{"broadcast": false, "broadcast": false}'],
  ['JSON.duplicate_target', '{"broadcast": true, "broadcast": false}'],
  ['JSON.lone_surrogate', '{"a": "\ud800"}'],
  ['JSON.lone_surrogate', '{"a": "\\udc00"}'],
];
