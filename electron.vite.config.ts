import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path: string): string => resolve(root, path);

/** The programs that run on Node, each a flat file in `out/main`. */
const mainEntries: Record<string, string> = {
  index: 'src/main/index.ts',
  desk: 'src/cli/desk.ts',
  'ledger-worker': 'src/engine/ledger/worker.ts',
};

/** Programs that plain Node must be able to start, so nothing they load may name Electron. */
const nodeOnly = new Set(['desk', 'ledger-worker']);

const presentEntries = Object.fromEntries(
  Object.entries(mainEntries)
    .map(([name, file]) => [name, at(file)] as const)
    .filter(([, file]) => existsSync(file)),
);

/** Stops the build when a program for plain Node would load Electron, even through a shared chunk. */
function nodePrograms(): Plugin {
  return {
    name: 'dispatch-desk:node-programs',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const name of nodeOnly) {
        const waiting = [`${name}.js`];
        const seen = new Set<string>();
        for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
          const chunk = bundle[file];
          if (seen.has(file) || chunk?.type !== 'chunk') continue;
          seen.add(file);
          if (chunk.imports.includes('electron') || chunk.dynamicImports.includes('electron')) {
            this.error(`${name}.js runs on plain Node but loads Electron through ${file}`);
          }
          waiting.push(...chunk.imports, ...chunk.dynamicImports);
        }
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [nodePrograms()],
    build: {
      outDir: at('out/main'),
      target: 'node20',
      sourcemap: true,
      // What is native, or loads files of its own at run time, stays in node_modules. The rest is
      // bundled: one file is read faster than five hundred.
      externalizeDeps: {
        include: ['keytar'],
        exclude: ['commander', 'jsonc-parser', 'ky', 'p-queue', 'uuid', 'zod'],
      },
      rolldownOptions: {
        input: presentEntries,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          banner: (chunk) => (chunk.name === 'desk' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20',
      // A sandboxed preload can load nothing but Electron: it has to be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [vue()],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      // Messages are interpreted, never turned into functions: the page's policy forbids eval.
      __INTLIFY_JIT_COMPILATION__: 'true',
      __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: 'oxc',
      sourcemap: false,
      // Monaco's editor worker and language service are single large files by nature.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
