import { chmodSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path: string): string => resolve(root, path);

const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {
  devDependencies: { electron: string };
};

/** The programs that run on Node, each a flat file in `out/main`. */
const mainEntries = {
  index: at('src/main/index.ts'),
  desk: at('src/cli/desk.ts'),
  'ledger-worker': at('src/engine/ledger/worker.ts'),
  'sandbox-worker': at('src/main/sandbox-worker.ts'),
};

/** Programs that plain Node must be able to start, so nothing they load may name Electron. */
const nodeOnly = new Set(['desk', 'ledger-worker', 'sandbox-worker']);

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
    // `npx desk` starts the file itself.
    writeBundle({ dir }, bundle) {
      if (dir !== undefined && 'desk.js' in bundle) chmodSync(resolve(dir, 'desk.js'), 0o755);
    },
  };
}

/**
 * Stops the build when a module gets into a bundle that must do without it, and names the files
 * that brought it in.
 */
function without(packages: readonly string[]): Plugin {
  return {
    name: 'dispatch-desk:without',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const name = packages.find((one) => id.includes(`/node_modules/${one}/`));
          if (name === undefined || renderedLength === 0) continue;
          const ours = [
            ...importersOutsideModules(id, (one) => this.getModuleInfo(one)?.importers),
          ];
          this.error(`${name} must not be in this bundle. It came with ${ours.join(', ')}`);
        }
      }
    },
  };
}

/** The files of ours through which a module of a package was reached. */
function importersOutsideModules(
  id: string,
  importersOf: (id: string) => readonly string[] | undefined,
): Set<string> {
  const ours = new Set<string>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.includes('/node_modules/')) waiting.push(...(importersOf(next) ?? []));
    else ours.add(relative(root, next));
  }
  return ours;
}

/** What `renderer/monaco/load-monaco` imports. */
const editorModules = ['monaco-api', 'json-language', 'body-features', 'body-symbols'];

/** The two fonts that every picture needs, in the letters that all four languages share. */
const firstFonts = /\/(inter|jetbrains-mono)-latin-wght-normal-[^/]*\.woff2$/;

/**
 * Lets the page fetch the fonts, and fetch and compile the editor while it still waits for its settings: the editor itself starts
 * only when the language is known, since it reads its texts while it starts.
 */
function preloadFirstPicture(): Plugin {
  return {
    name: 'dispatch-desk:preload-first-picture',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const wanted = chunks.filter(({ name }) => name === 'editor');
        const scripts = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]));
        const styles = new Set(
          wanted.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
        );
        const fonts = Object.keys(bundle ?? {}).filter((file) => firstFonts.test(file));
        return [
          ...fonts.map((file) => ({
            rel: 'preload',
            href: `./${file}`,
            as: 'font',
            type: 'font/woff2',
          })),
          ...[...scripts].map((file) => ({ rel: 'modulepreload', href: `./${file}` })),
          // The loader of a chunk waits for its styles, unless they are on the page already.
          ...[...styles].map((file) => ({ rel: 'stylesheet', href: `./${file}` })),
        ].map((attrs) => ({
          tag: 'link',
          attrs: { ...attrs, crossorigin: true },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

/**
 * Escapes what few characters beyond ASCII a script has. One of them is enough for Chromium to keep the
 * whole text at two bytes a character, and to decode, hash and compile twice as much.
 */
function plainScripts(): Plugin {
  return {
    name: 'dispatch-desk:plain-scripts',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = chunk;
        const wide = code.match(/[^\0-\x7f]/g)?.length ?? 0;
        // A catalogue in Korean would only grow.
        if (wide === 0 || wide > code.length / 100) continue;
        chunk.code = code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        // An escape is good in strings, patterns and names; anywhere else it would not parse.
        this.parse(chunk.code);
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [nodePrograms()],
    define: { __DECLARED_ELECTRON__: JSON.stringify(manifest.devDependencies.electron) },
    build: {
      outDir: at('out/main'),
      target: 'node20',
      sourcemap: true,
      // What is native, or loads files of its own at run time, stays in node_modules. The rest is
      // bundled: one file is read faster than five hundred.
      externalizeDeps: {
        include: ['keytar'],
        exclude: [
          'chardet',
          'commander',
          'csv-parse',
          'jsonc-parser',
          'ky',
          'p-queue',
          'pino',
          'uuid',
          'zod',
        ],
      },
      rolldownOptions: {
        input: mainEntries,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          banner: (chunk) => (chunk.name === 'desk' ? '#!/usr/bin/env node' : ''),
          // Parsing is a third of what loading costs. Names stay, for the log's stack traces.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    // Parsing is done behind the gate; what the page gets stays small.
    plugins: [without(['zod'])],
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
    plugins: [vue(), without(['zod', 'ky']), preloadFirstPicture(), plainScripts()],
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
      // The content policy allows files of our own, not data: addresses.
      assetsInlineLimit: 0,
      // Monaco's editor worker and language service are single large files by nature.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: { index: at('src/renderer/index.html') },
        output: {
          // Each file of the first picture is asked for through the main process, which is busy starting: what
          // is loaded in any case comes in two files, the page and its editor.
          codeSplitting: {
            groups: [
              { name: 'start', test: /src\/renderer\/main\.ts$/, priority: 2 },
              {
                name: 'editor',
                test: new RegExp(`src/renderer/monaco/(${editorModules.join('|')})\\.ts$`),
                priority: 1,
              },
            ],
          },
        },
      },
    },
  },
});
