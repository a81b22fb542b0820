import type { AppError, ErrorCode } from '#shared/errors';

type Params = AppError['params'];

const file = (params: Params): string =>
  String(params.path ?? params.file ?? params.name ?? 'the file');
const because = (params: Params): string =>
  params.system === undefined ? '' : ` (${params.system})`;
const detail = (params: Params): string =>
  params.detail === undefined ? '' : `: ${params.detail}`;

/** What happened, and what to do, in English; one line each. */
const texts: Readonly<Record<ErrorCode, (params: Params) => string>> = {
  invalid_input: (p) => `${p.option ?? p.path ?? 'a value'} is not allowed here; see --help`,
  unknown_route: () => 'there is no such function; update the program',
  foreign_sender: () => 'the caller may not do this',
  internal: () => 'the program made a mistake; the log in the home folder says where',
  not_found: (p) => `${file(p)}: not there; check the name`,
  already_exists: (p) => `${file(p)}: exists already; choose another name`,
  name_invalid: (p) => `${file(p)}: not a name a request can have; choose another one`,
  outside_folder: (p) => `${file(p)}: leads out of its folder; choose a place inside`,
  read_only: (p) => `${file(p)}: may only be read; allow writing or choose another place`,
  no_access: (p) => `${file(p)}: access refused${because(p)}; check its permissions`,
  disk_full: (p) => `${file(p)}: the disk is full; free some space`,
  too_large: (p) =>
    `${file(p)}: ${p.bytes} bytes are more than the ${p.limit} allowed; make it smaller`,
  not_text: (p) => `${file(p)}: not UTF-8 text from byte ${p.offset} on; save it as UTF-8`,
  file_changed: (p) => `${file(p)}: changed by another program; read it again`,
  folder_missing: (p) => `${file(p)}: there is no such folder; check the path`,
  file_newer: (p) => `${file(p)}: written by a newer version; update this program`,
  file_broken: (p) => `${file(p)}: cannot be read; mend it or put it aside`,
  data_unreadable: (p) => `${file(p)}: not a data file; give a CSV, JSON or NDJSON file`,
  data_empty: (p) => `${file(p)}: empty; give a file with at least one row`,
  columns_repeated: (p) =>
    `${file(p)}: line ${p.line}: two columns are called ${JSON.stringify(p.column)}; rename one`,
  mapping_invalid: (p) =>
    `the mapping of column ${JSON.stringify(p.column)} to ${JSON.stringify(p.target)} cannot be used (${p.problem}); correct --map`,
  secret_missing: () =>
    'the environment has no API key; set it in the app, or use --url with DESK_API_KEY',
  secret_invalid: () => 'the API key has characters no key has; copy it again, without quotes',
  keychain_locked: () => 'the keychain is locked; unlock it, or use --url with DESK_API_KEY',
  keychain_unavailable: (p) => `there is no keychain${detail(p)}; use --url with DESK_API_KEY`,
  keychain_refused: (p) => `the keychain refused${detail(p)}; look into its own settings`,
  port_taken: (p) => `port ${p.port} is taken; choose another with --port, or leave it out`,
  sandbox_stopped: () => 'the sandbox is not running; start it with desk sandbox',
  ledger_locked: () => 'the ledger is in use by another program; wait until it is done',
  ledger_newer: () => 'the ledger was written by a newer version; update this program',
  ledger_corrupt: (p) => `the ledger is damaged (${file(p)}); put it aside to go on with a new one`,
  ledger_closed: () => 'the ledger is closed; start the command again',
  attempt_repeated: () => 'this attempt was made already; nothing was sent again',
  attempt_unknown: () => 'there is no such attempt',
  environment_unknown: (p) =>
    `there is no environment ${JSON.stringify(String(p.name ?? p.environmentId ?? ''))}; desk doctor lists them`,
  host_invalid: (p) =>
    `${JSON.stringify(String(p.host ?? ''))} is no address calls can go to; give https:// and a host, nothing behind it`,
  run_unknown: (p) => `there is no run ${String(p.runId ?? '')}; check its id`,
  run_locked: (p) => `another process works on run ${String(p.runId ?? '')}; wait until it ends`,
  run_state: (p) => `the run is ${String(p.state ?? '')}; that cannot be done with it now`,
  suite_broken: (p) => `${file(p)}: this is no test matrix that has cases`,
  suite_running: (p) => `${file(p)}: cases of it are on their way`,
  run_broken: (p) => `${file(p)}: the files of the run are damaged; begin a new run`,
  comparison_unknown: () => 'the comparison is not kept any more; compare again',
  data_file_unknown: () => 'the data file is not known; name it again',
  data_changed: (p) =>
    `${file(p)}: not the data the run began with; restore the file or begin a new run`,
  link_unknown: () => 'there is no such link',
  send_undone: () => 'undone; nothing left',
  send_held: () => 'it did not leave; it waits in the queue of the app',
  send_changed: () => 'the environment was changed meanwhile; nothing left',
  queue_unknown: () => 'it is no longer in the queue',
  queue_full: (p) => `the queue holds ${p.limit} at most; remove something first`,
  due_past: () => 'this moment has passed; choose a later one',
  call_cancelled: () => 'cancelled before it was done',
  call_rate_limited: () => 'nothing is left of the quota; wait until it is renewed',
  call_failed: (p) => `no answer came${detail(p)}; check the network and the address`,
  call_refused: (p) => `the server refused with ${p.status}${detail(p)}; check key and permissions`,
  answer_too_large: () => 'the answer is too large to be read',
  answer_unreadable: () => 'the answer is none of this API; check the address',
};

/** One line for an error's code and facts. */
export function errorText({ code, params }: AppError): string {
  return texts[code](params);
}
