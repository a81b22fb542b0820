import { describe, expect, it } from 'vitest';
import { silentLog } from '#engine/log/log';
import { createSandbox } from '#sandbox/create-sandbox';
import { scenarios } from '#sandbox/scenarios';
import type { SandboxStatus } from '#shared/domain/sandbox-status';
import { DeskError } from '#shared/errors';
import { createSandboxService } from './sandbox-service';
import type { SandboxThread } from './sandbox-thread';

type Start = (scenario: string, onEnded: () => void) => Promise<SandboxThread>;

function setUp(start: Start) {
  const states: SandboxStatus['state'][] = [];
  let problemChanges = 0;
  const service = createSandboxService({
    start,
    scenarios: scenarios.map(({ id }) => id),
    publish: (name, payload) => {
      if (name === 'sandbox.changed') states.push((payload as SandboxStatus).state);
    },
    onProblemChanged: () => {
      problemChanges += 1;
    },
    log: silentLog,
  });
  return { service, states, problemChanges: () => problemChanges };
}

/** The real server, in this thread. */
const real: Start = async (scenario) => {
  const sandbox = await createSandbox({ scenario, now: () => 1_700_000_000_000 });
  return {
    url: sandbox.url,
    setScenario: async (id) => {
      await Promise.resolve();
      sandbox.setScenario(id);
    },
    stop: sandbox.stop,
  };
};

describe('createSandboxService', () => {
  it('starts, keeps its scenario through a restart, and stops', async () => {
    const { service, states } = setUp(real);
    expect(service.status()).toMatchObject({ state: 'starting', url: null, problem: null });
    expect(service.running()).toBeNull();
    await expect(service.setScenario('queued')).rejects.toThrow('sandbox_stopped');

    const started = await service.restart();
    expect(started).toMatchObject({ state: 'running', scenario: 'accepted' });
    expect(service.running()?.url).toBe(started.url);
    expect((await service.setScenario('queued')).scenario).toBe('queued');
    await expect(service.setScenario('no such thing')).rejects.toThrow('invalid_input');

    const again = await service.restart();
    expect(again).toMatchObject({ state: 'running', scenario: 'queued' });
    await service.stop();
    expect(service.status()).toMatchObject({ state: 'stopped', url: null });
    expect(states).toEqual(['starting', 'running', 'running', 'starting', 'running']);
    await expect(fetch(String(again.url))).rejects.toThrow();
  });

  it('a failed start is a state and a problem, and can be tried again', async () => {
    const outcomes: (SandboxThread | Error)[] = [
      new DeskError('port_taken', { port: 4000 }),
      new Error('something else'),
      await real('accepted', () => undefined),
    ];
    const { service, problemChanges } = setUp(() => {
      const next = outcomes.shift();
      return next instanceof Error || next === undefined
        ? Promise.reject(next ?? new Error('none left'))
        : Promise.resolve(next);
    });
    expect(await service.restart()).toMatchObject({ state: 'failed', problem: 'port_taken' });
    expect(service.problem()).toEqual({
      id: 'sandbox',
      area: 'sandbox',
      code: 'port_taken',
      params: { port: 4000 },
    });
    expect(await service.restart()).toMatchObject({ state: 'failed', problem: 'internal' });
    expect(await service.restart()).toMatchObject({ state: 'running', problem: null });
    expect(service.problem()).toBeNull();
    expect(problemChanges()).toBeGreaterThanOrEqual(3);
    await service.stop();
  });

  it('restarts asked for at once run one after the other', async () => {
    let open = 0;
    let most = 0;
    const { service } = setUp(async (scenario, onEnded) => {
      const sandbox = await real(scenario, onEnded);
      open += 1;
      most = Math.max(most, open);
      return {
        ...sandbox,
        stop: async () => {
          await sandbox.stop();
          open -= 1;
        },
      };
    });
    await Promise.all([service.restart(), service.restart(), service.restart()]);
    await service.stop();
    expect([open, most]).toEqual([0, 1]);
  });

  it('says so when the server ends by itself', async () => {
    let end: () => void = () => undefined;
    const { service } = setUp((scenario, onEnded) => {
      end = onEnded;
      return real(scenario, onEnded);
    });
    const { url } = await service.restart();
    end();
    expect(service.status()).toMatchObject({ state: 'failed', problem: 'sandbox_stopped' });
    expect(service.running()).toBeNull();
    expect(url).toMatch(/^http:/);
    expect(await service.restart()).toMatchObject({ state: 'running', problem: null });
    await service.stop();
  });
});
