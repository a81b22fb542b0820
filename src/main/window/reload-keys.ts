/** The parts of Electron's key input that decide. */
export interface KeyInput {
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
}

const always = new Set(['F5', 'BrowserRefresh', 'BrowserBack', 'BrowserForward']);

/**
 * Whether a key would reload the page or walk through its history. In this window they do nothing: what
 * is in flight would be lost. A letter counts by what is written on the key, and by its place where that
 * is no Latin letter.
 */
export function isReloadKey({ key, code, control, meta, alt }: KeyInput): boolean {
  if (always.has(key)) return true;
  // With AltGr, which Windows reports as Ctrl+Alt, a key writes text.
  const isR = /^[a-z]$/i.test(key) ? key.toLowerCase() === 'r' : code === 'KeyR';
  return isR && (control || meta) && !alt;
}
