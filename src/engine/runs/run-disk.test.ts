import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { rawAnswer, startRawServer } from '../transport/testing/raw-server';
import { createRunsDesk, namedIn, usersCsv } from './testing/runs-desk';
import { fillDisk, mountSmallDisk } from './testing/small-disk';

const taken = rawAnswer(201, '{"dispatch_id":"5f0c","message":"success"}');
const users = Array.from({ length: 60 }, (_, row) => `u${row}`);

const disk = mountSmallDisk(8);
disk?.end();
// A disk that is small enough to fill takes an administrator of Linux.
if (disk !== null) {
  it.each([
    ['once', 1],
    // The room that a run keeps for its last words is taken by somebody else, too.
    ['again and again', 40],
  ])(
    'a disk that fills %s stops a run, which says so, loses nothing and goes on',
    async (_how, fillings) => {
      const small = mountSmallDisk(8);
      if (small === null) throw new Error('not mounted');
      const filler = join(small.folder, 'filler');
      const state = { calls: 0, filling: true };
      const arrived: string[] = [];
      const server = await startRawServer(({ body }, socket) => {
        state.calls += 1;
        arrived.push(...namedIn(body));
        const since = state.calls - 20;
        if (state.filling && since >= 0 && since < fillings) fillDisk(filler);
        socket.write(taken);
      });
      const desk = createRunsDesk({ folder: small.folder, url: server.url });
      onTestFinished(async () => {
        await desk.end();
        await server.close();
        small.end();
      });

      const id = await desk.begin(usersCsv(users), { settings: { concurrency: 4 } });
      await desk.runs.ended(id);
      const told = desk.published.findLast(({ name }) => name === 'run.progressed')?.payload;
      expect(told).toMatchObject({ state: 'paused', pausedFor: 'disk' });
      const atStop = arrived.length;
      expect(atStop).toBeGreaterThanOrEqual(20);
      expect(atStop).toBeLessThan(30);
      // While there is no room nothing leaves, however often one asks.
      fillDisk(filler);
      await expect(desk.runs.resume({ runId: id, confirmations: [] })).rejects.toMatchObject({
        code: 'disk_full',
      });
      expect(arrived).toHaveLength(atStop);

      state.filling = false;
      rmSync(filler);
      const again = await desk.runs.resume({ runId: id, confirmations: [] });
      expect(again.started).toBe(true);
      const { state: end, rows } = await desk.rest(id);
      expect(end).toBe('finished');
      expect(rows.accepted + rows.unknown).toBe(60);
      expect([...new Set(arrived)]).toHaveLength(60);
      expect(arrived).toHaveLength(60);
      // Whatever could not be written down is unknown, and nothing that is called accepted never arrived.
      const outcomes = await desk.outcomes(id);
      expect(new Set(outcomes)).toEqual(
        new Set(rows.unknown > 0 ? ['accepted', 'unknown'] : ['accepted']),
      );
      if (fillings === 1) expect(rows.unknown).toBe(0);
    },
  );
}
