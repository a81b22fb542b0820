/** A new environment's id: its name as far as it can be spelt, and a suffix that makes it the only one. */
export function environmentId(name: string, uuid: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return `${slug === '' ? 'environment' : slug}-${uuid.replace(/-/g, '').slice(0, 8)}`;
}
