import type { AppProblem } from '#shared/ipc/contract';
import type { LedgerState } from './ledger/ledger';
import type { Problems } from './problems';

/** What is wrong with the ledger: why none is open, and which files were passed over. */
export function ledgerProblems({ error, setAside, file: inUse }: LedgerState): AppProblem[] {
  const area = 'ledger' as const;
  return [
    ...(error === null ? [] : [{ id: 'ledger', area, ...error }]),
    ...setAside.map(({ file, code }) => ({
      id: `ledger/${file}`,
      area,
      code,
      params: inUse === null ? { file } : { file, inUse },
    })),
  ];
}

/** Keeps the list of problems as the ledger's state is; problems that others name stay. */
export function followLedger(
  problems: Pick<Problems, 'set' | 'clear'>,
): (state: LedgerState) => void {
  let named: readonly string[] = [];
  return (state) => {
    const now = ledgerProblems(state);
    const ids = now.map(({ id }) => id);
    for (const id of named) if (!ids.includes(id)) problems.clear(id);
    for (const problem of now) problems.set(problem);
    named = ids;
  };
}
