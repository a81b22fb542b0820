/** Runs jobs one after the other, in the order they were handed over; one that fails stops no other. */
export type Serial = <T>(job: () => Promise<T>) => Promise<T>;

/** A queue of one: for steps that read, decide and write, and must not be mixed. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job, job);
    last = result.catch(() => undefined);
    return result;
  };
}

/** One queue per key, so that what is slow for one file keeps no other waiting. */
export function createSerialByKey(): <T>(key: string, job: () => Promise<T>) => Promise<T> {
  const queues = new Map<string, { run: Serial; waiting: number }>();
  return async (key, job) => {
    const queue = queues.get(key) ?? { run: createSerial(), waiting: 0 };
    queues.set(key, queue);
    queue.waiting += 1;
    try {
      return await queue.run(job);
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) queues.delete(key);
    }
  };
}
