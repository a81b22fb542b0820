import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageFiles, pageFileOf } from './page-files';

let folder = '';
let outside = '';
beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'page-files-'));
  folder = join(outside, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a.js'), 'export {}');
  writeFileSync(join(folder, 'assets', 'ü.css'), '');
  writeFileSync(join(folder, 'assets', 'a.map'), '{}');
  writeFileSync(join(outside, 'secret.json'), '{}');
});
afterAll(() => {
  rmSync(outside, { recursive: true, force: true });
});

describe('pageFileOf', () => {
  it.each([
    ['app://desk/', 'index.html'],
    ['app://desk', 'index.html'],
    ['app://desk/index.html?x=1#y', 'index.html'],
    ['app://desk/assets/a.js', join('assets', 'a.js')],
    ['app://desk/assets/%C3%BC.css', join('assets', 'ü.css')],
    ['app://desk/../secret.json', 'secret.json'],
  ])('%s is %s', (address, file) => {
    expect(pageFileOf(folder, address)).toBe(join(folder, file));
  });

  it.each([
    'app://desk/..%2fsecret.json',
    'app://desk/%2e%2e%2fsecret.json',
    'app://desk/assets/..%2f..%2fsecret.json',
    'app://desk/..%5csecret.json',
    'app://desk/assets%5c..%5c..%5csecret.json',
    'app://desk/.',
    'app://desk/.../x',
    'app://desk/%00',
    'app://desk/index.html%00.js',
    'app://desk/C:%5cWindows',
    'app://desk/%',
    'app://desk/%ff',
    'app://other/index.html',
    'app://desk.example/index.html',
    'http://desk/index.html',
    'file:///etc/passwd',
    '',
  ])('%s is no file', (address) => {
    const file = pageFileOf(folder, address);
    // A lone dot is taken out by the address's own rules and means the start.
    expect(file === null || file === join(folder, 'index.html')).toBe(true);
  });

  it('never leaves the folder', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', '%252f', 'a', '%00'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = pageFileOf(folder, `app://desk/${parts.join('')}`);
        expect(file === null || file.startsWith(folder + sep)).toBe(true);
        expect(file === null || !file.split(sep).includes('..')).toBe(true);
      }),
    );
  });
});

describe('createPageFiles', () => {
  const ask = (url: string, method = 'GET') => createPageFiles(folder)({ url, method });

  it.each([
    ['app://desk/', 'text/html; charset=utf-8', 'index.html'],
    ['app://desk/assets/a.js', 'text/javascript; charset=utf-8', join('assets', 'a.js')],
    ['app://desk/assets/%C3%BC.css', 'text/css; charset=utf-8', join('assets', 'ü.css')],
  ])('serves %s as %s', (address, type, file) => {
    expect(ask(address)).toMatchObject({
      file: join(folder, file),
      headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' },
    });
    expect(JSON.stringify(ask(address))).toContain("default-src 'none'");
  });

  it.each([
    ['a folder', 'app://desk/assets'],
    ['a kind of file the page has not', 'app://desk/assets/a.map'],
    ['a way out', 'app://desk/..%2fsecret.json'],
  ])('refuses %s', (_name, address) => {
    expect(ask(address)).toEqual({ file: null, status: 404 });
  });

  it('answers HEAD like GET and refuses other methods', () => {
    expect(ask('app://desk/', 'HEAD')).toEqual(ask('app://desk/'));
    expect(ask('app://desk/', 'POST')).toEqual({ file: null, status: 405 });
  });
});
