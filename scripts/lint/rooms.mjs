// Who may import what, for eslint-plugin-boundaries: the rooms of src, the floors inside main and
// renderer, and the packages that only some of them may name. Every refusal says where the door is.

/**
 * A room or a floor: what lies in the folder belongs to it, unless an earlier one claims it.
 * @type {ReadonlyArray<readonly [type: string, folder: string]>}
 */
const folders = [
  ['main-ipc', 'src/main/ipc'],
  ['main', 'src/main'],
  ['renderer-api', 'src/renderer/api'],
  ['renderer-stores', 'src/renderer/stores'],
  ['renderer-composables', 'src/renderer/composables'],
  ['renderer-features', 'src/renderer/features'],
  ['renderer-views', 'src/renderer/views'],
  ['renderer-components', 'src/renderer/components'],
  ['renderer', 'src/renderer'],
  ['shared', 'src/shared'],
  ['engine', 'src/engine'],
  ['sandbox', 'src/sandbox'],
  ['preload', 'src/preload'],
  ['cli', 'src/cli'],
  ['e2e', 'e2e'],
  ['bench', 'bench'],
  ['scripts', 'scripts'],
];

const main = ['main', 'main-ipc'];
const rendererFloors = [
  'renderer-api',
  'renderer-stores',
  'renderer-composables',
  'renderer-features',
  'renderer-views',
  'renderer-components',
];
const renderer = [...rendererFloors, 'renderer'];
const everywhere = [
  ...main,
  ...renderer,
  'shared',
  'engine',
  'sandbox',
  'preload',
  'cli',
  'e2e',
  'bench',
  'scripts',
];
const nodeBuiltIns = ['node:*', 'node:*/**'];

/** Not part of the program; their tools know no aliases. */
const outside = ['e2e', 'bench', 'scripts'];
const inside = everywhere.filter((type) => !outside.includes(type));

/** Tests may reach further than what they test: they read files and start servers. */
const notTests = { categories: ['code', 'boot'] };

/** @param {readonly string[]} types */
function places(types) {
  return { element: { types: { anyOf: [...types] } } };
}

/**
 * Who may be imported by these rooms, and that it is done by alias.
 * @param {readonly string[]} from
 * @param {readonly string[]} allowed besides themselves
 * @param {string} message
 */
function room(from, allowed, message) {
  const others = everywhere.filter((type) => !from.includes(type));
  const closed = others.filter((type) => !allowed.includes(type));
  return [
    {
      from: places(from.filter((type) => !outside.includes(type))),
      disallow: { to: places(aliased(others)), dependency: { source: '!#*/**' } },
      message: 'Rooms are entered by their alias (#shared, #engine, #sandbox), not by a path.',
    },
    { from: { ...places(from), file: notTests }, disallow: { to: places(closed) }, message },
  ];
}

/** @param {readonly string[]} types */
function aliased(types) {
  return types.filter((type) => type === 'shared' || type === 'engine' || type === 'sandbox');
}

/**
 * @param {readonly string[]} from
 * @param {readonly string[]} sources patterns of what stands in the import
 * @param {string} message
 */
function never(from, sources, message) {
  return {
    from: { ...places(from), file: notTests },
    disallow: { dependency: { source: [...sources] } },
    message,
  };
}

/**
 * Keeps everyone but one folder or file from a package.
 * @param {string} folder
 * @param {readonly string[]} sources
 * @param {string} message
 */
function onlyIn(folder, sources, message) {
  return {
    from: { ...places(inside), file: { path: `!${folder}` } },
    disallow: { dependency: { source: [...sources] } },
    message,
  };
}

const vueAndMonaco = ['vue', 'vue-i18n', 'pinia', 'reka-ui', 'monaco-editor', 'monaco-editor/**'];

const roomPolicies = [
  ...room(
    ['shared'],
    [],
    'shared is imported by all rooms and imports none: move what is needed here into src/shared.',
  ),
  ...room(
    ['engine'],
    ['shared'],
    'engine imports shared only: the app and the command line hand it everything else as parameters of createEngine.',
  ),
  ...room(
    ['sandbox'],
    ['shared'],
    'sandbox imports shared only: it knows the API, not our engine.',
  ),
  ...room(
    main,
    ['shared', 'engine', 'sandbox'],
    'main imports shared, engine and sandbox; the page is reached through src/main/ipc/publish.ts.',
  ),
  ...room(
    ['preload'],
    ['shared'],
    'preload imports names and types of shared only: everything else is a route of the contract.',
  ),
  {
    from: { ...places(['preload']), file: notTests },
    disallow: {
      to: { ...places(['shared']), file: { path: '!src/shared/ipc/names.ts' } },
      dependency: { kind: 'value' },
    },
    message:
      'Of shared the preload may run src/shared/ipc/names.ts only; import everything else as a type.',
  },
  ...room(
    renderer,
    ['shared'],
    'The page imports shared only: ask main through src/renderer/api, with a route of the contract.',
  ),
  ...room(['cli'], ['shared', 'engine', 'sandbox'], 'cli imports shared, engine and sandbox.'),
  ...room(
    ['e2e', 'bench'],
    ['shared', 'scripts'],
    'Tests of the whole and measurements use the built program, not the inside of src.',
  ),
  {
    from: places(['e2e', 'bench']),
    disallow: { to: places(['shared']), dependency: { kind: 'value' } },
    message: 'Tests of the whole and measurements take types of shared only: import it as a type.',
  },
  ...room(['scripts'], [], 'Scripts run before anything is built: they import nothing from src.'),
];

const floorPolicies = [
  {
    from: { ...places(['main']), file: { categories: 'code' } },
    disallow: { to: places(['main-ipc']) },
    message: 'Services do not know the bridge: take `publish` as a parameter, boot wires it.',
  },
  {
    from: { ...places(['renderer-components']), file: notTests },
    disallow: { to: places(rendererFloors.filter((type) => type !== 'renderer-components')) },
    message: 'A component has props and events only: what needs a store or the api is a feature.',
  },
  {
    from: { ...places(['renderer-features']), file: notTests },
    disallow: { to: places(['renderer-views']) },
    message:
      'Views are made of features, not the other way round: move the shared part into src/renderer/features or components.',
  },
  {
    from: {
      ...places(['renderer-stores', 'renderer-composables', 'renderer-api']),
      file: notTests,
    },
    disallow: { to: places(['renderer-views', 'renderer-features', 'renderer-components']) },
    message: 'Stores, composables and the api do not know who shows them.',
  },
  {
    from: { ...places(['renderer-api']), file: notTests },
    disallow: { to: places(['renderer-stores', 'renderer-composables']) },
    message: 'The api is the lowest floor of the page: stores call it.',
  },
];

const packagePolicies = [
  never(
    ['shared'],
    [...nodeBuiltIns, 'electron', 'electron/**', ...vueAndMonaco],
    'shared is pure: no Node, no Electron, no page. Take what is needed as a parameter; work belongs in src/engine.',
  ),
  never(
    ['engine', 'cli'],
    ['electron', 'electron/**', ...vueAndMonaco],
    'This room runs on plain Node. What needs Electron belongs in src/main and is handed in as a parameter.',
  ),
  never(
    ['sandbox'],
    ['electron', 'electron/**', 'keytar', 'libsql', ...vueAndMonaco],
    'The sandbox is a plain server: shared, Node and its web framework.',
  ),
  never(main, vueAndMonaco, 'main shows nothing itself: the page is src/renderer.'),
  never(
    ['preload'],
    [...nodeBuiltIns, 'zod', ...vueAndMonaco],
    'The preload is sandboxed and small: no Node, no schemas. Parsing happens behind the gate in src/main/ipc.',
  ),
  never(
    renderer,
    [
      ...nodeBuiltIns,
      'electron',
      'electron/**',
      'ky',
      'zod',
      'keytar',
      'libsql',
      'fastify',
      'pino',
    ],
    'The page has no Node, no Electron, no schemas and no network: ask main through src/renderer/api.',
  ),
  onlyIn(
    'src/renderer/monaco/**',
    ['monaco-editor', 'monaco-editor/**'],
    'Only src/renderer/monaco names monaco-editor: use what it exports.',
  ),
  onlyIn(
    'src/engine/secrets/keytar-store.ts',
    ['keytar'],
    'Only src/engine/secrets/keytar-store.ts names keytar: take a SecretStore as a parameter.',
  ),
  onlyIn(
    'src/engine/transport/**',
    ['ky', 'ky/**'],
    'Only src/engine/transport names ky, whose errors carry the key: take a SendOnce as a parameter.',
  ),
];

export const roomSettings = {
  'boundaries/elements': folders.map(([type, folder]) => ({ type, pattern: folder })),
  'boundaries/files': [
    { category: 'test', pattern: ['**/*.test.ts', '**/testing/**/*.ts'] },
    { category: 'boot', pattern: ['src/main/{boot,index}.ts', 'src/main/boot/**'] },
    { category: 'code', pattern: '**' },
  ],
  'boundaries/files-single-match': true,
  'boundaries/dependency-nodes': ['require', 'import', 'dynamic-import', 'export'],
  'import/resolver': { typescript: { project: 'tsconfig.json', alwaysTryTypes: true } },
};

export const roomRules = {
  'boundaries/dependencies': [
    'error',
    {
      default: 'allow',
      // Packages and Node's own modules are judged too, not only files of ours.
      checkAllOrigins: true,
      policies: [...roomPolicies, ...floorPolicies, ...packagePolicies],
    },
  ],
};
