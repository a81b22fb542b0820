// Things that exactly one file may do, and things that nobody may do.

/**
 * @typedef {{ selector: string, message: string, only?: string }} Door
 */

/**
 * What has one door. `only` is the file or folder where it may stand.
 * @type {readonly Door[]}
 */
const doors = [
  {
    selector: 'ImportSpecifier[imported.name="ipcMain"]',
    message: 'Only src/main/ipc/gate.ts names ipcMain: add a route to the contract and a handler.',
    only: 'src/main/ipc/gate.ts',
  },
  {
    selector:
      'CallExpression[callee.property.name="send"]:matches([callee.object.property.name="webContents"], [callee.object.name=/^(webContents|contents)$/])',
    message: 'Only src/main/ipc/publish.ts sends to the page: take `publish` as a parameter.',
    only: 'src/main/ipc/publish.ts',
  },
  {
    selector:
      ':matches(MemberExpression[property.name="openExternal"], Property[key.name="openExternal"])',
    message:
      'Only src/main/security/external-links.ts opens links: it knows which addresses are allowed.',
    only: 'src/main/security/external-links.ts',
  },
  {
    selector:
      'MemberExpression[object.name=/^(window|globalThis|self)$/][property.name="desk"], TSAsExpression > MemberExpression[property.name="desk"]',
    message: 'Only src/renderer/api names window.desk: call what it exports.',
    only: 'src/renderer/api',
  },
];

/**
 * What may stand nowhere in the source.
 * @type {readonly Door[]}
 */
const nowhere = [
  {
    selector: 'ImportNamespaceSpecifier[parent.source.value="electron"]',
    message: 'Import from electron by name, so that the one door of each part can be seen.',
  },
  {
    selector:
      'MemberExpression[object.name="ipcRenderer"][property.name=/^(sendSync|sendTo|sendToHost)$/]',
    message: 'The bridge has one channel for requests and one for events.',
  },
];

/** shared gives the same answer for the same question, always. */
const pure = [
  {
    selector:
      ':matches(CallExpression[callee.object.name="Date"][callee.property.name="now"], NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Math"][callee.property.name="random"])',
    message: 'shared is pure: take the time or the random number as a parameter.',
  },
];

/** Tests run all, always (or on the systems they name), and wait for a state. */
const testing = [
  {
    selector:
      'MemberExpression:matches([object.name=/^(test|it|describe|suite)$/], [object.object.name="test"])[property.name=/^(only|skip|skipIf|todo|fixme|fails|fail)$/]',
    message: 'Every test runs. A failing test is a found bug: mend the code or the test.',
  },
  {
    selector: 'MemberExpression[property.name="waitForTimeout"]',
    message: 'Wait for a state, never for time: expect(locator).toHave…, expect.poll, vi.waitFor.',
  },
  {
    selector:
      'NewExpression[callee.name="Promise"] CallExpression:matches([callee.name="setTimeout"], [callee.property.name="setTimeout"])',
    message: 'Wait for a state, never for time: expect.poll, vi.waitFor, or hand in a clock.',
  },
];

/** @param {readonly Door[]} restrictions */
function restrict(restrictions) {
  return {
    'no-restricted-syntax': [
      'error',
      ...restrictions.map(({ selector, message }) => ({ selector, message })),
    ],
  };
}

const source = ['src/**/*.{ts,vue}'];
const tests = ['src/**/*.test.ts', 'src/**/testing/**/*.ts', 'e2e/**/*.ts'];

/** Later entries replace earlier ones, so each names everything that holds in its files. */
export const doorConfigs = [
  { files: source, rules: restrict([...doors, ...nowhere]) },
  { files: ['src/shared/**/*.ts'], rules: restrict([...doors, ...nowhere, ...pure]) },
  ...doors.map(({ only = '' }) => ({
    files: [only, `${only}/**/*.{ts,vue}`],
    rules: restrict([...doors.filter((door) => door.only !== only), ...nowhere]),
  })),
  { files: tests, rules: restrict([...nowhere, ...testing]) },
  { files: ['scripts/**/*.test.mjs'], rules: restrict(testing) },
];
