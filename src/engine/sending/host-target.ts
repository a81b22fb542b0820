import { CLUSTERS, describeHost } from '#shared/braze/clusters';
import type { Environment } from '#shared/domain/environment';

/** Where an environment's calls go, or the host that they may not go to. */
export type HostTarget =
  | { readonly ok: true; readonly baseUrl: string; readonly host: string }
  | { readonly ok: false; readonly host: string };

/**
 * The REST address of an environment: a cluster's, the running sandbox's, or a typed one. Typed ones have
 * to be https, or http on this machine; SDK and dashboard hosts and the vendor's former name take no calls.
 * @param sandboxUrl the built-in server's address, null while it is not running.
 */
export function hostTargetOf(environment: Environment, sandboxUrl: string | null): HostTarget {
  const { host } = environment;
  switch (host.kind) {
    case 'sandbox':
      return sandboxUrl === null ? { ok: false, host: 'sandbox' } : target(sandboxUrl);
    case 'cluster': {
      const cluster = CLUSTERS.find(({ id }) => id === host.clusterId);
      return cluster === undefined
        ? { ok: false, host: host.clusterId }
        : target(`https://${cluster.restHost}`);
    }
    case 'custom':
      return customTarget(host.url);
  }
}

function customTarget(typed: string): HostTarget {
  const described = describeHost(typed);
  // Never the address itself: it may have a password in it.
  const wrong: HostTarget = { ok: false, host: described.host ?? '' };
  const allowed =
    described.kind === 'loopback' ||
    (described.secure && (described.kind === 'rest' || described.kind === 'other'));
  if (!allowed || described.host === null) return wrong;
  if (described.hasPath && !/^[^/]*\/\/[^/]*\/$/.test(typed.trim())) return wrong;
  return target(`${described.secure ? 'https' : 'http'}://${described.host}`);
}

function target(url: string): HostTarget {
  try {
    const { origin, host } = new URL(url);
    return { ok: true, baseUrl: origin, host };
  } catch {
    return { ok: false, host: '' };
  }
}
