import { CLUSTERS, describeHost } from '#shared/braze/clusters';
import type { Environment } from '#shared/domain/environment';

/** The address of an environment's REST API as it is set; null while the sandbox is not running. */
export function addressOf(host: Environment['host'], sandboxUrl: string | null): string | null {
  switch (host.kind) {
    case 'sandbox':
      return sandboxUrl;
    case 'cluster': {
      const cluster = CLUSTERS.find(({ id }) => id === host.clusterId);
      return cluster === undefined ? null : `https://${cluster.restHost}`;
    }
    case 'custom':
      return host.url;
  }
}

/** The environments that a host belongs to; a host is written as `readCurl` gives it. */
export function environmentsOf(
  host: string | null,
  environments: readonly Environment[],
  sandboxUrl: string | null,
): readonly Environment[] {
  if (host === null) return [];
  return environments.filter((environment) => {
    const address = addressOf(environment.host, sandboxUrl);
    if (address === null) return false;
    const described = describeHost(address);
    const port = described.secure ? /:443$/ : /:80$/;
    return described.host?.replace(port, '') === host;
  });
}
