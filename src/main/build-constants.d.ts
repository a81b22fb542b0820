/** The version of Electron that package.json declares. Put in by the build. */
declare const __DECLARED_ELECTRON__: string;

interface ImportMeta {
  /** `DEV` is true in the development server's build only; a built app has none of what it guards. */
  readonly env: { readonly DEV: boolean };
}
