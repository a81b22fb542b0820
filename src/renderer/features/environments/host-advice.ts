import { describeHost } from '#shared/braze/clusters';
import type { MessageKey, TextParams } from '../../i18n/use-text';

/** What is to be said of a REST host as typed. */
export interface HostAdvice {
  /** `invalid` keeps the environment from being saved; `warning` does not. */
  readonly level: 'invalid' | 'warning';
  readonly key: MessageKey;
  readonly params: TextParams;
  /** The cluster that was probably meant, to be taken with one click. */
  readonly clusterId: string | null;
  readonly clusterHost: string | null;
}

function advice(
  level: HostAdvice['level'],
  key: MessageKey,
  cluster: { readonly id: string; readonly restHost: string } | null = null,
): HostAdvice {
  return {
    level,
    key,
    params: cluster === null ? {} : { host: cluster.restHost, cluster: cluster.id },
    clusterId: cluster?.id ?? null,
    clusterHost: cluster?.restHost ?? null,
  };
}

/** Looks at a REST host as typed; null when there is nothing to say. */
export function adviseOnHost(url: string): HostAdvice | null {
  const typed = url.trim();
  if (typed === '') return advice('invalid', 'environments.invalid.urlMissing');
  if (/^[^/]*\/\/[^/?#]*@/.test(typed) || /^[^/?#]*@/.test(typed)) {
    return advice('invalid', 'environments.invalid.urlCredentials');
  }
  const described = describeHost(typed);
  if (described.kind === 'invalid') return advice('invalid', 'environments.invalid.urlBroken');
  if (!described.secure && described.kind !== 'loopback') {
    return advice('invalid', 'environments.invalid.urlInsecure');
  }
  const mixedUp = described.kind === 'dashboard' || described.kind === 'sdk';
  // A pasted dashboard page has a path; saying which host is meant helps more than the path does.
  if (described.hasPath && !mixedUp && !/^[^/]*(\/\/[^/]*)?\/$/.test(typed)) {
    return advice('invalid', 'environments.invalid.urlPath');
  }
  if (described.kind === 'dashboard') {
    return described.cluster === null
      ? advice('warning', 'environments.warn.dashboardUnknown')
      : advice('warning', 'environments.warn.dashboard', described.cluster);
  }
  if (described.kind === 'sdk') {
    return advice('warning', 'environments.warn.sdk', described.cluster);
  }
  if (described.kind === 'appboy') return advice('warning', 'environments.warn.legacy');
  if (described.kind === 'rest') {
    return advice('warning', 'environments.warn.cluster', described.cluster);
  }
  return described.kind === 'loopback' ? null : advice('warning', 'environments.warn.unknown');
}

/** The address as it is kept: with its scheme, without what follows the host. */
export function tidyHost(url: string): string {
  const typed = url.trim();
  const { host, secure } = describeHost(typed);
  if (host === null) return typed;
  const loopbackPlain = !/^https?:/i.test(typed) && describeHost(typed).kind === 'loopback';
  return `${secure && !loopbackPlain ? 'https' : 'http'}://${host}`;
}
