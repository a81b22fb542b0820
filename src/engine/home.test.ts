import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultHome } from './home';

describe('defaultHome', () => {
  it.each([
    [{}, 'linux', join('/home/qa', '.config', 'dispatch-desk')],
    [{ XDG_CONFIG_HOME: '/cfg' }, 'linux', join('/cfg', 'dispatch-desk')],
    [{}, 'darwin', join('/home/qa', 'Library', 'Application Support', 'dispatch-desk')],
    [{ APPDATA: '/roaming' }, 'win32', join('/roaming', 'dispatch-desk')],
    [{}, 'win32', join('/home/qa', 'AppData', 'Roaming', 'dispatch-desk')],
    [{ DESK_HOME: '/elsewhere', XDG_CONFIG_HOME: '/cfg' }, 'linux', resolve('/elsewhere')],
    [{ DESK_HOME: 'relative' }, 'linux', resolve('relative')],
    [
      { DESK_HOME: ' ' },
      'darwin',
      join('/home/qa', 'Library', 'Application Support', 'dispatch-desk'),
    ],
  ] as const)('with %j on %s is %s', (env, platform, home) => {
    expect(defaultHome(env, platform, '/home/qa')).toBe(home);
  });
});
