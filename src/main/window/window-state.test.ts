import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { firstWindowState, readWindowState } from './window-state';

const folder = mkdtempSync(join(tmpdir(), 'window-state-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('readWindowState', () => {
  const file = join(folder, 'window.json');

  it('begins like a first start without a file', () => {
    expect(readWindowState(file)).toEqual(firstWindowState);
  });

  it('reads what was written, and passes over what it does not know', () => {
    const state = {
      bounds: { x: -3, y: 4, width: 900, height: 700 },
      maximized: true,
      theme: 'dark',
      zoomPercent: 150,
      language: 'ko',
    };
    writeFileSync(file, JSON.stringify({ ...state, later: 1 }));
    expect(readWindowState(file)).toEqual(state);
  });

  it.each([undefined, 'tlh', 7, 'constructor'])(
    'asks the system for the language with %j',
    (language) => {
      const state = { bounds: null, maximized: true, theme: 'dark', zoomPercent: 150, language };
      writeFileSync(file, JSON.stringify(state));
      expect(readWindowState(file)).toEqual({ ...state, language: 'system' });
    },
  );

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"bounds":null,"maximized":1,"theme":"dark","zoomPercent":100}',
    '{"bounds":{"x":1e9,"y":0,"width":1,"height":1},"maximized":true,"theme":"dark","zoomPercent":100}',
    '{"bounds":null,"maximized":true,"theme":"pink","zoomPercent":100}',
    '{"bounds":null,"maximized":true,"theme":"dark","zoomPercent":0}',
  ])('begins like a first start with %j', (text) => {
    writeFileSync(file, text);
    expect(readWindowState(file)).toEqual(firstWindowState);
  });
});
