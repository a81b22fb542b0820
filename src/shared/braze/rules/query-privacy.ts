import { decoded, type WebAddress } from './web-address';

const SECRET_NAME =
  /^(.*[-_.])?(token|jwt|api[-_]?key|key|auth|authorization|password|passwd|pwd|pass|secret|sig|signature|credential|credentials|session|sessionid|sid|otp)$/i;
const PERSONAL_NAME =
  /^(.*[-_.])?(e?mail|mail|phone|telephone|tel|mobile|msisdn|name|firstname|lastname|fullname|surname|dob|birth|birthday|birthdate|ssn|iban|passport|address|street)$/i;
// Bounded, so that a long text without an address takes no quadratic time.
const EMAIL = /[^\s@/=&]{1,64}@[^\s@/=&]{1,190}\.[a-z]{2,}/i;
const JWT = /^eyJ[\w-]+\.[\w-]+\./;
const PHONE = /^(\+|00)\d{8,15}$/;

/** What an address gives away: the kind, and the parameter it stands in. */
export interface Leak {
  readonly kind: 'secret' | 'personal_data';
  readonly parameter: string;
}

/**
 * R24: looks for e-mail addresses, other personal data and secrets in an address. By names and forms,
 * so it is a hint and may be wrong in both directions. At most one of each kind.
 */
export function leaksOf(address: WebAddress): readonly Leak[] {
  const leaks = new Map<Leak['kind'], Leak>();
  const add = (kind: Leak['kind'], parameter: string): void => {
    if (!leaks.has(kind)) leaks.set(kind, { kind, parameter });
  };
  if (address.userInfo !== null) add('secret', address.userInfo.split(':')[0] ?? '');
  if (EMAIL.test(decoded(address.path))) add('personal_data', 'path');
  for (const [name, value] of address.query) {
    if (value === '') continue;
    if (SECRET_NAME.test(name) || JWT.test(value)) add('secret', name);
    // A plus sign in a query is a blank once decoded.
    const compact = value.trim().replaceAll(/[ ()-]/g, '');
    if (PERSONAL_NAME.test(name) || EMAIL.test(value) || PHONE.test(compact)) {
      add('personal_data', name);
    }
  }
  return [...leaks.values()];
}
