import { describe, expect, it } from 'vitest';
import type { AppProblem } from '#shared/ipc/contract';
import { createProblemBoard } from './problem-board';

const ledger: AppProblem = { id: 'ledger', area: 'ledger', code: 'ledger_locked', params: {} };
const sandbox: AppProblem = { id: 'sandbox', area: 'sandbox', code: 'port_taken', params: {} };

describe('createProblemBoard', () => {
  it('shows the engine’s and the app’s problems as one list and passes other events on', () => {
    const events: unknown[] = [];
    let own: AppProblem[] = [];
    const board = createProblemBoard({
      publish: (name, payload) => events.push([name, payload]),
      own: () => own,
    });
    expect(board.list()).toEqual([]);
    board.fromEngine('app.problemsChanged', [ledger]);
    own = [sandbox];
    board.changed();
    board.fromEngine('app.problemsChanged', []);
    board.fromEngine('command.invoked', { commandId: 'request.save' });
    expect(events).toEqual([
      ['app.problemsChanged', [ledger]],
      ['app.problemsChanged', [ledger, sandbox]],
      ['app.problemsChanged', [sandbox]],
      ['command.invoked', { commandId: 'request.save' }],
    ]);
    expect(board.list()).toEqual([sandbox]);
  });
});
