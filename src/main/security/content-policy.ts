/**
 * What the page may load: its own files and nothing else. Inline styles are the editor's, which
 * places its lines with them; `data:` images are its squiggles.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'worker-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** The policy as a header. `connect` replaces who the page may talk to, for the development server. */
export function contentPolicy(connect = directives['connect-src']): string {
  return Object.entries({ ...directives, 'connect-src': connect })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
