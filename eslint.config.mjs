import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { doorConfigs } from './scripts/lint/doors.mjs';
import { roomRules, roomSettings } from './scripts/lint/rooms.mjs';

/** How things are laid out is Prettier's business. */
const layoutRules = Object.fromEntries(
  Object.entries(vue.rules ?? {})
    .filter(([, rule]) => rule.meta?.type === 'layout')
    .map(([name]) => [`vue/${name}`, 'off']),
);

export default defineConfig(
  globalIgnores([
    'out/',
    'dist/',
    'coverage/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    'bench/peers/',
  ]),
  {
    // A rule that does not fit is changed here, for all to see, and not switched off where it hurts.
    linterOptions: { noInlineConfig: true },
  },

  {
    files: ['**/*.{ts,mts,vue}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in a text read as meant; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // [...text] takes a text apart by code points, which is what is meant where it is used.
      '@typescript-eslint/no-misused-spread': 'off',
      // We have no enums. jsonc-parser's are const enums, which may not be named under isolatedModules.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Services are made by functions and closed over, not by classes: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },

  {
    // Here a component imported from its file is `any`: vue-tsc, which knows it, checks its use.
    files: ['src/renderer/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  {
    files: ['src/**/*.vue'],
    extends: [vue.configs['flat/recommended'], accessibility.configs['flat/recommended']],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, projectService: false },
      globals: globals.browser,
    },
    rules: {
      ...layoutRules,
      // The type-aware rules see a component imported from another as `any`; vue-tsc checks those.
      ...tseslint.configs.disableTypeChecked.rules,
      // The rule does not see what a template assigns.
      'prefer-const': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/no-v-html': 'error',
      'vue/no-unused-refs': 'error',
      'vue/require-typed-ref': 'error',
      // An optional prop may be undefined: its type says so.
      'vue/require-default-prop': 'off',
      // Knows no roving tabindex: the focus of tabs, trees and tables is checked end to end.
      'vuejs-accessibility/interactive-supports-focus': 'off',
      // A label holds its control or names it; either is enough for a screen reader.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },

  {
    files: ['**/*.{ts,mts,mjs,vue}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', 500],
      'object-shorthand': 'error',
    },
  },

  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }] },
  },
  {
    files: ['src/cli/print.ts', 'src/engine/log/sink-console.ts', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // They try to do what the page must not be able to do, and take fixtures by destructuring.
    files: ['e2e/**/*.ts'],
    rules: {
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-eval': 'off',
      'no-new-func': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['**/*.test.ts', 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // They also throw what a stranger's code might throw.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },

  {
    files: ['{src,e2e,bench,scripts}/**/*.{ts,mjs,vue}'],
    plugins: { boundaries },
    settings: roomSettings,
    rules: roomRules,
  },
  ...doorConfigs,

  { files: ['{scripts,bench}/**/*.mjs', '*.mjs'], languageOptions: { globals: globals.node } },
);
