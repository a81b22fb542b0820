/** One Braze instance. Source: the vendor's API overview (15 instances, no US-09). */
export interface Cluster {
  readonly id: string;
  readonly dashboard: string;
  /** Host name of the REST API, without scheme. */
  readonly restHost: string;
}

const NUMBERED_US: readonly Cluster[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
  id: `US-0${number}`,
  dashboard: `https://dashboard-0${number}.braze.com`,
  restHost: `rest.iad-0${number}.braze.com`,
}));

/** All instances, in the vendor's order. */
export const CLUSTERS: readonly Cluster[] = [
  ...NUMBERED_US,
  { id: 'US-10', dashboard: 'https://dashboard.us-10.braze.com', restHost: 'rest.us-10.braze.com' },
  { id: 'EU-01', dashboard: 'https://dashboard-01.braze.eu', restHost: 'rest.fra-01.braze.eu' },
  { id: 'EU-02', dashboard: 'https://dashboard-02.braze.eu', restHost: 'rest.fra-02.braze.eu' },
  { id: 'AU-01', dashboard: 'https://dashboard.au-01.braze.com', restHost: 'rest.au-01.braze.com' },
  { id: 'ID-01', dashboard: 'https://dashboard.id-01.braze.com', restHost: 'rest.id-01.braze.com' },
  { id: 'JP-01', dashboard: 'https://dashboard.jp-01.braze.com', restHost: 'rest.jp-01.braze.com' },
  { id: 'KR-01', dashboard: 'https://dashboard.kr-01.braze.com', restHost: 'rest.kr-01.braze.com' },
];

/** US-10 had this dashboard address before. */
const FORMER_DASHBOARDS: Readonly<Record<string, string>> = { 'dashboard-10.braze.com': 'US-10' };

/**
 * What a typed address is. `rest` is the only kind calls belong to; `sdk`, `dashboard` and `appboy`
 * (the vendor's former name) are common mix-ups; `loopback` is this machine.
 */
export type HostKind = 'rest' | 'sdk' | 'dashboard' | 'appboy' | 'loopback' | 'other' | 'invalid';

/** What is known of an address. */
export interface HostDescription {
  readonly kind: HostKind;
  /** Lower-case host name with its port if it has one; null when the address is invalid. */
  readonly host: string | null;
  /** The instance meant, also for SDK and dashboard hosts, so that its REST host can be offered. */
  readonly cluster: Cluster | null;
  /** Whether the address asks for https, or names no scheme. */
  readonly secure: boolean;
  /** Whether anything follows the host: a path, a query, a slash. */
  readonly hasPath: boolean;
}

const ADDRESS = /^(?:(https?):\/\/)?(\[[0-9a-f:.]+\]|[^\s/?#@:\\]+)(:\d{1,5})?([/?#].*)?$/i;
const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

function bareHostOf(url: string): string {
  return url.replace(/^https?:\/\//, '').split('/')[0] ?? '';
}

/** The instance a REST host (or an address on it) belongs to; null for every other host. */
export function clusterOfHost(hostOrUrl: string): Cluster | null {
  const described = describeHost(hostOrUrl);
  return described.kind === 'rest' ? described.cluster : null;
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  );
}

function classify(host: string): { kind: HostKind; cluster: Cluster | null } {
  if (isLoopback(host)) return { kind: 'loopback', cluster: null };
  if (host === 'appboy.com' || host.endsWith('.appboy.com')) {
    return { kind: 'appboy', cluster: null };
  }
  const byRest = CLUSTERS.find((cluster) => cluster.restHost === host);
  if (byRest) return { kind: 'rest', cluster: byRest };
  if (!/(^|\.)braze\.(com|eu)$/.test(host)) return { kind: 'other', cluster: null };
  if (host.startsWith('sdk.')) {
    const restHost = `rest.${host.slice('sdk.'.length)}`;
    const cluster = CLUSTERS.find((candidate) => candidate.restHost === restHost) ?? null;
    return { kind: 'sdk', cluster };
  }
  if (host.startsWith('dashboard')) {
    const former = FORMER_DASHBOARDS[host];
    const cluster = CLUSTERS.find(
      (candidate) => bareHostOf(candidate.dashboard) === host || candidate.id === former,
    );
    return { kind: 'dashboard', cluster: cluster ?? null };
  }
  return { kind: 'other', cluster: null };
}

/** Reads an address as typed, with or without scheme, and says what it is. Never throws. */
export function describeHost(url: string): HostDescription {
  const match = ADDRESS.exec(url.trim());
  const name = match?.[2]?.toLowerCase().replace(/\.$/, '');
  if (match === null || name === undefined || !(name.startsWith('[') || HOST_NAME.test(name))) {
    return { kind: 'invalid', host: null, cluster: null, secure: false, hasPath: false };
  }
  return {
    ...classify(name),
    host: name + (match[3] ?? ''),
    secure: match[1]?.toLowerCase() !== 'http',
    hasPath: match[4] !== undefined,
  };
}
