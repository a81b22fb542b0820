/** What a call does: it sends, changes a schedule, makes a send id, or only reads. */
export type EndpointKind = 'send' | 'schedule' | 'sends' | 'lookup';

/** What a call is about; it decides which fields a body has. */
export type EndpointFamily = 'campaign' | 'canvas' | 'messages' | 'sends';

/** The verb within a kind. */
export type EndpointAction = 'send' | 'create' | 'update' | 'delete' | 'read';

/** The allowance a call draws from when it names its users; a broadcast draws from others. */
export type EndpointQuota = 'pool' | 'send-id-daily';

interface EndpointShape {
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly permission: string;
  readonly kind: EndpointKind;
  readonly family: EndpointFamily;
  readonly action: EndpointAction;
  readonly quota: EndpointQuota;
}

/** Every endpoint this program knows. Source: the vendor's endpoint pages, July to September 2026. */
export const ENDPOINTS = [
  {
    path: '/campaigns/trigger/send',
    method: 'POST',
    permission: 'campaigns.trigger.send',
    kind: 'send',
    family: 'campaign',
    action: 'send',
    quota: 'pool',
  },
  {
    path: '/canvas/trigger/send',
    method: 'POST',
    permission: 'canvas.trigger.send',
    kind: 'send',
    family: 'canvas',
    action: 'send',
    quota: 'pool',
  },
  {
    path: '/messages/send',
    method: 'POST',
    permission: 'messages.send',
    kind: 'send',
    family: 'messages',
    action: 'send',
    quota: 'pool',
  },
  {
    path: '/campaigns/trigger/schedule/create',
    method: 'POST',
    permission: 'campaigns.trigger.schedule.create',
    kind: 'schedule',
    family: 'campaign',
    action: 'create',
    quota: 'pool',
  },
  {
    path: '/campaigns/trigger/schedule/update',
    method: 'POST',
    permission: 'campaigns.trigger.schedule.update',
    kind: 'schedule',
    family: 'campaign',
    action: 'update',
    quota: 'pool',
  },
  {
    path: '/campaigns/trigger/schedule/delete',
    method: 'POST',
    permission: 'campaigns.trigger.schedule.delete',
    kind: 'schedule',
    family: 'campaign',
    action: 'delete',
    quota: 'pool',
  },
  {
    path: '/canvas/trigger/schedule/create',
    method: 'POST',
    permission: 'canvas.trigger.schedule.create',
    kind: 'schedule',
    family: 'canvas',
    action: 'create',
    quota: 'pool',
  },
  {
    path: '/canvas/trigger/schedule/update',
    method: 'POST',
    permission: 'canvas.trigger.schedule.update',
    kind: 'schedule',
    family: 'canvas',
    action: 'update',
    quota: 'pool',
  },
  {
    path: '/canvas/trigger/schedule/delete',
    method: 'POST',
    permission: 'canvas.trigger.schedule.delete',
    kind: 'schedule',
    family: 'canvas',
    action: 'delete',
    quota: 'pool',
  },
  {
    path: '/messages/schedule/create',
    method: 'POST',
    permission: 'messages.schedule.create',
    kind: 'schedule',
    family: 'messages',
    action: 'create',
    quota: 'pool',
  },
  {
    path: '/messages/schedule/update',
    method: 'POST',
    permission: 'messages.schedule.update',
    kind: 'schedule',
    family: 'messages',
    action: 'update',
    quota: 'pool',
  },
  {
    path: '/messages/schedule/delete',
    method: 'POST',
    permission: 'messages.schedule.delete',
    kind: 'schedule',
    family: 'messages',
    action: 'delete',
    quota: 'pool',
  },
  {
    path: '/sends/id/create',
    method: 'POST',
    permission: 'sends.id.create',
    kind: 'sends',
    family: 'sends',
    action: 'create',
    quota: 'send-id-daily',
  },
  {
    path: '/campaigns/list',
    method: 'GET',
    permission: 'campaigns.list',
    kind: 'lookup',
    family: 'campaign',
    action: 'read',
    quota: 'pool',
  },
  {
    path: '/campaigns/details',
    method: 'GET',
    permission: 'campaigns.details',
    kind: 'lookup',
    family: 'campaign',
    action: 'read',
    quota: 'pool',
  },
  {
    path: '/canvas/list',
    method: 'GET',
    permission: 'canvas.list',
    kind: 'lookup',
    family: 'canvas',
    action: 'read',
    quota: 'pool',
  },
  {
    path: '/canvas/details',
    method: 'GET',
    permission: 'canvas.details',
    kind: 'lookup',
    family: 'canvas',
    action: 'read',
    quota: 'pool',
  },
  {
    path: '/sends/data_series',
    method: 'GET',
    permission: 'sends.data_series',
    kind: 'lookup',
    family: 'sends',
    action: 'read',
    quota: 'pool',
  },
  {
    path: '/messages/scheduled_broadcasts',
    method: 'GET',
    permission: 'messages.schedule_broadcasts',
    kind: 'lookup',
    family: 'messages',
    action: 'read',
    quota: 'pool',
  },
] as const satisfies readonly EndpointShape[];

/** The path of a known endpoint, with its leading slash. */
export type EndpointPath = (typeof ENDPOINTS)[number]['path'];

/** One known endpoint. */
export interface Endpoint extends EndpointShape {
  readonly path: EndpointPath;
}

const BY_PATH: ReadonlyMap<string, Endpoint> = new Map(
  ENDPOINTS.map((endpoint) => [endpoint.path, endpoint]),
);

/** Paths of all endpoints, in the table's order. */
export const ENDPOINT_PATHS: readonly EndpointPath[] = ENDPOINTS.map((endpoint) => endpoint.path);

/** Whether a text is exactly the path of a known endpoint; a trailing slash is not. */
export function isEndpointPath(text: unknown): text is EndpointPath {
  return typeof text === 'string' && BY_PATH.has(text);
}

/** The table row of a path. */
export function endpointOf(path: EndpointPath): Endpoint {
  const endpoint = BY_PATH.get(path);
  if (endpoint === undefined) throw new RangeError(`not an endpoint: ${path}`);
  return endpoint;
}

/**
 * Whether a call makes messages go out, now or later: sends and the creation of schedules.
 * Only these reach users by what their own body says.
 */
export function reachesUsers(path: EndpointPath): boolean {
  const endpoint = endpointOf(path);
  return endpoint.kind === 'send' || (endpoint.kind === 'schedule' && endpoint.action === 'create');
}
