import { describe, expect, it } from 'vitest';
import { isAuthorized } from './authorize';

describe('isAuthorized', () => {
  it.each(['Bearer the-key', 'bearer the-key', 'BEARER  the-key'])('accepts %s', (header) => {
    expect(isAuthorized(header, 'the-key')).toBe(true);
  });

  it.each([
    undefined,
    '',
    'the-key',
    'Bearer',
    'Bearer ',
    'Bearerthe-key',
    'Basic the-key',
    'Bearer "the-key"',
    "Bearer 'the-key'",
    'Bearer the-key extra',
    'Bearer THE-KEY',
    'Bearer the-ke',
    'Bearer the-keyy',
  ])('refuses %s', (header) => {
    expect(isAuthorized(header, 'the-key')).toBe(false);
  });
});
