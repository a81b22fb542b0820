import { InvalidArgumentError } from 'commander';

/** Reads a whole number within bounds; commander reports what it throws as a usage error. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
  };
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** Reads `name=value`, which may be given several times; later ones win. */
export function collectVariable(
  text: string,
  before: readonly { readonly name: string; readonly value: string }[],
): { readonly name: string; readonly value: string }[] {
  const match = /^([A-Za-z_][A-Za-z0-9_-]{0,99})=(.*)$/s.exec(text);
  const [, name, value] = match ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Give NAME=VALUE; a name has letters, digits, _ and -.');
  }
  return [...before, { name, value }];
}
