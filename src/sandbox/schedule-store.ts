/** One scheduled call. */
export interface Schedule {
  readonly id: string;
  readonly kind: 'campaign' | 'canvas' | 'message';
  /** The campaign or Canvas; for messages the optional API campaign. */
  readonly targetId: string | null;
  /** The `schedule` object as given. */
  readonly schedule: Readonly<Record<string, unknown>>;
  /** Whether a whole audience is meant, which is what the list of broadcasts shows. */
  readonly broadcast: boolean;
}

/** Keeps schedules until they are deleted or the sandbox stops. */
export interface ScheduleStore {
  add(schedule: Schedule): void;
  get(id: string): Schedule | undefined;
  replace(schedule: Schedule): void;
  remove(id: string): void;
  all(): readonly Schedule[];
}

/** Beyond this many the oldest schedule is forgotten, so that memory stays flat. */
export const scheduleCapacity = 10_000;

/** When a schedule is due, in epoch milliseconds; null when its time cannot be read. */
export function dueAt(schedule: Schedule): number | null {
  const time = schedule.schedule['time'];
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** Creates an empty store. */
export function createScheduleStore(): ScheduleStore {
  const schedules = new Map<string, Schedule>();
  return {
    add(schedule) {
      schedules.set(schedule.id, schedule);
      const oldest = schedules.keys().next();
      if (schedules.size > scheduleCapacity && oldest.done !== true) schedules.delete(oldest.value);
    },
    get: (id) => schedules.get(id),
    replace(schedule) {
      schedules.set(schedule.id, schedule);
    },
    remove(id) {
      schedules.delete(id);
    },
    all: () => [...schedules.values()],
  };
}
