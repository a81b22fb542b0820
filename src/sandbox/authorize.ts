/** The token of an `Authorization: Bearer …` header, or null when there is none of that form. */
export function bearerToken(header: string | undefined): string | null {
  // The scheme is accepted in any case; the key counts exactly as sent, quotes included.
  const match = /^bearer +(\S+)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}

/** Whether the header carries exactly this key. */
export function isAuthorized(header: string | undefined, apiKey: string): boolean {
  return bearerToken(header) === apiKey;
}
