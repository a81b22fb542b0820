import { CLUSTERS, describeHost } from '../braze/clusters';
import { isEndpointPath, type EndpointPath } from '../braze/endpoints';
import type { CurlNote } from './curl-notes';

/** What is known of the address of a command. */
export interface CurlAddress {
  /** With its scheme and query, without credentials and fragment. */
  readonly url: string;
  /** Lower-case host name, with its port unless that is the scheme's own; null when a variable or unreadable. */
  readonly host: string | null;
  readonly endpoint: EndpointPath | null;
  /** The instance a REST host belongs to; null for every other host. */
  readonly clusterId: string | null;
}

/** Reads an address as curl would, with queries added by `-G` and the like. */
export function readAddress(
  written: string,
  queries: readonly string[],
  notes: Set<CurlNote>,
): CurlAddress {
  // A backslash keeps curl from taking a bracket for a range.
  const plain = written.trim().replace(/\\([[\]{}])/g, '$1');
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(plain)?.[0] ?? '';
  const rest = plain.slice(scheme.length).split('#', 1)[0] ?? '';
  const pathAt = rest.search(/[/?]/);
  const fullHost = pathAt === -1 ? rest : rest.slice(0, pathAt);
  const authority = fullHost.slice(fullHost.lastIndexOf('@') + 1);
  if (authority !== fullHost) notes.add('other_credentials');

  const tail = pathAt === -1 ? '' : rest.slice(pathAt);
  const queryAt = tail.indexOf('?');
  const path = queryAt === -1 ? tail : tail.slice(0, queryAt);
  const query = withoutKey(
    [...(queryAt === -1 ? [] : [tail.slice(queryAt + 1)]), ...queries],
    notes,
  );
  const known = path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  const endpoint = isEndpointPath(known) ? known : null;
  const end = path + (query === '' ? '' : `?${query}`);

  if (isVariable(authority)) {
    notes.add('address_variable');
    return { url: scheme + authority + end, host: null, endpoint, clusterId: null };
  }
  if (scheme === '') notes.add('scheme_added');
  const described = describeHost(authority);
  const secure = scheme === '' || scheme.toLowerCase() === 'https://';
  if (!secure && described.kind !== 'loopback') notes.add('not_https');
  const host = described.host?.replace(secure ? /:443$/ : /:80$/, '') ?? null;
  return {
    url: (scheme === '' ? 'https://' : scheme) + authority + end,
    host,
    endpoint,
    clusterId: CLUSTERS.find((cluster) => cluster.restHost === host)?.id ?? null,
  };
}

/** `{{name}}`, `$NAME`, `%NAME%` or `<name>` in place of the host or a part of it. */
function isVariable(authority: string): boolean {
  return /\{\{|[$<]|%[A-Za-z_]\w*%/.test(authority);
}

/** Takes `api_key` out, the way keys were sent in the past. */
function withoutKey(queries: readonly string[], notes: Set<CurlNote>): string {
  const pairs = queries.flatMap((query) => query.split('&')).filter((pair) => pair !== '');
  const kept = pairs.filter((pair) => !/^api_key(?:=|$)/i.test(pair));
  if (kept.length < pairs.length) notes.add('key_in_url');
  return kept.join('&');
}
