/** The same as `variableNamePattern` of the domain, which would bring zod into the page. */
const pattern = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

export function isVariableName(text: string): boolean {
  return pattern.test(text);
}
