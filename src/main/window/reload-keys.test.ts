import { describe, expect, it } from 'vitest';
import { isReloadKey } from './reload-keys';

const none = { control: false, meta: false, alt: false };

describe('isReloadKey', () => {
  it.each([
    [{ ...none, key: 'F5', code: 'F5' }],
    [{ ...none, key: 'F5', code: 'F5', control: true }],
    [{ ...none, key: 'r', code: 'KeyR', control: true }],
    [{ ...none, key: 'R', code: 'KeyR', control: true }],
    [{ ...none, key: 'r', code: 'KeyR', meta: true }],
    [{ ...none, key: 'r', code: 'KeyO', control: true }],
    [{ ...none, key: 'ㄱ', code: 'KeyR', control: true }],
    [{ ...none, key: 'BrowserRefresh', code: 'BrowserRefresh' }],
    [{ ...none, key: 'BrowserBack', code: 'BrowserBack' }],
  ])('%j does nothing', (input) => {
    expect(isReloadKey(input)).toBe(true);
  });

  it.each([
    [{ ...none, key: 'r', code: 'KeyR' }],
    [{ ...none, key: 'R', code: 'KeyR' }],
    [{ ...none, key: 'r', code: 'KeyR', control: true, alt: true }],
    [{ ...none, key: 'p', code: 'KeyR', control: true }],
    [{ ...none, key: 'Enter', code: 'Enter', control: true }],
    [{ ...none, key: 'F2', code: 'F2' }],
  ])('%j is left alone', (input) => {
    expect(isReloadKey(input)).toBe(false);
  });
});
