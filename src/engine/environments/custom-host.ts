import { CLUSTERS, describeHost } from '#shared/braze/clusters';
import type { Environment } from '#shared/domain/environment';
import { DeskError } from '#shared/errors';

type Host = Environment['host'];

/**
 * A typed address as the origin calls go to: https only, or http on this machine; no path, no query, no
 * credentials. Throws `host_invalid` with the host's name alone, as the rest may hold a password.
 */
export function normalizeCustomUrl(typed: string): string {
  const described = describeHost(typed.trim().replace(/\/$/, ''));
  const wrong = new DeskError('host_invalid', { host: described.host ?? '' });
  if (described.kind === 'invalid' || described.host === null || described.hasPath) throw wrong;
  const scheme = /^http:\/\//i.test(typed.trim()) ? 'http' : 'https';
  if (scheme === 'http' && described.kind !== 'loopback') throw wrong;
  try {
    return new URL(`${scheme}://${described.host}`).origin;
  } catch {
    throw wrong;
  }
}

/** A host as it is kept: known clusters as they are, custom addresses in one form. Throws `host_invalid`. */
export function normalizeHost(host: Host): Host {
  switch (host.kind) {
    case 'sandbox':
      return host;
    case 'cluster':
      if (!CLUSTERS.some(({ id }) => id === host.clusterId)) {
        throw new DeskError('host_invalid', { host: host.clusterId });
      }
      return host;
    case 'custom':
      return { kind: 'custom', url: normalizeCustomUrl(host.url) };
  }
}
