import type { Environment } from '#shared/domain/environment';

/** An environment's host in a few characters: the cluster's id or the host's name; null for the sandbox. */
export function shortHost(host: Environment['host']): string | null {
  switch (host.kind) {
    case 'sandbox':
      return null;
    case 'cluster':
      return host.clusterId;
    case 'custom':
      return host.url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  }
}
