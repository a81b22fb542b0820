/** One counting window: how many calls it allows and how long it lasts. */
export interface WindowRule {
  /** Windows with different names never share a count. */
  readonly name: string;
  readonly limit: number;
  /** Length in milliseconds. Windows lie on the clock: an hour's begins on the full hour. */
  readonly lengthMs: number;
}

/** What the `X-RateLimit-*` headers tell. */
export interface QuotaState {
  readonly limit: number;
  readonly remaining: number;
  /** End of the window in UTC epoch seconds, rounded up so that waiting for it is long enough. */
  readonly resetSeconds: number;
}

/** What became of a charge, with the state of the window closest to its limit. */
export interface Charge {
  readonly allowed: boolean;
  readonly state: QuotaState;
}

/** Counts calls in clock-aligned windows. */
export interface QuotaWindows {
  /**
   * Counts one call in all the given windows, or in none when one of them is full.
   * The state is that of the full window, or of the one with the least left.
   */
  charge(rules: readonly [WindowRule, ...WindowRule[]]): Charge;
  /** The same state without counting anything. */
  peek(rules: readonly [WindowRule, ...WindowRule[]]): QuotaState;
}

interface Counter {
  startMs: number;
  lengthMs: number;
  used: number;
  /** Calls of somebody else that are due, in parts of one. */
  due: number;
}

/** Above this many counters the ended ones are dropped, so that memory stays flat. */
const sweepAbove = 1000;

/**
 * Creates the counters. `now` gives epoch milliseconds and is read at every call.
 * @param othersPercent how many of a hundred calls somebody else makes, in step with those that are counted here.
 */
export function createQuotaWindows(now: () => number, othersPercent = 0): QuotaWindows {
  const counters = new Map<string, Counter>();

  function counterFor(rule: WindowRule, at: number): Counter {
    const startMs = Math.floor(at / rule.lengthMs) * rule.lengthMs;
    const known = counters.get(rule.name);
    // A clock set back must not refill a window, hence "later" and not "other".
    if (known !== undefined && startMs <= known.startMs) return known;
    const fresh = { startMs, lengthMs: rule.lengthMs, used: 0, due: 0 };
    counters.set(rule.name, fresh);
    return fresh;
  }

  function sweep(at: number): void {
    if (counters.size <= sweepAbove) return;
    for (const [name, counter] of counters) {
      if (counter.startMs + counter.lengthMs <= at) counters.delete(name);
    }
  }

  function stateOf(rule: WindowRule, counter: Counter): QuotaState {
    return {
      limit: rule.limit,
      remaining: Math.max(0, rule.limit - counter.used),
      resetSeconds: Math.ceil((counter.startMs + counter.lengthMs) / 1000),
    };
  }

  function tightest(rules: readonly WindowRule[], at: number): QuotaState {
    return rules
      .map((rule) => stateOf(rule, counterFor(rule, at)))
      .reduce((a, b) => {
        if (a.remaining !== b.remaining) return a.remaining < b.remaining ? a : b;
        // Of two full windows the one that ends last decides when the next call can pass.
        return a.resetSeconds >= b.resetSeconds ? a : b;
      });
  }

  return {
    charge(rules) {
      const at = now();
      sweep(at);
      const allowed = rules.every((rule) => counterFor(rule, at).used < rule.limit);
      for (const rule of allowed ? rules : []) {
        const counter = counterFor(rule, at);
        counter.due += othersPercent / (100 - othersPercent);
        const theirs = Math.floor(counter.due);
        counter.due -= theirs;
        counter.used = Math.min(rule.limit, counter.used + 1 + theirs);
      }
      return { allowed, state: tightest(rules, at) };
    },
    peek: (rules) => tightest(rules, now()),
  };
}
