/** The shared hourly pool of one environment, as last heard from the server or counted here. */
export interface QuotaView {
  readonly environmentId: string;
  readonly limit: number;
  readonly remaining: number;
  /** When the window ends, in epoch milliseconds. */
  readonly resetAtMs: number;
  readonly source: 'server' | 'local';
}
