import type { Diagnostic } from './diagnostic';
import { isUnconfirmed, severityOf } from './diagnostic-codes';
import type { TextFault } from './document';
import { shorten } from './reporter';

/** Makes a finding of a fault in the text itself; its pointer is the whole document. */
export function textDiagnostic({ code, params, offset, length }: TextFault): Diagnostic {
  const cut = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' ? shorten(value) : value,
    ]),
  );
  return {
    rule: 'JSON',
    severity: severityOf(code),
    code,
    params: cut,
    pointer: '',
    offset,
    length,
    unconfirmed: isUnconfirmed(code),
  };
}
