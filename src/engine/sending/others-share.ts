/** How much of an allowance others take while we take ours; the server tells only the sum. */
export interface OthersShare {
  /** After an answer: calls of ours and of others in this window. */
  heard(mine: number, others: number): void;
  /** How many calls may be on their way when so many are left, so that others cannot make one of them too many. */
  mostInFlight(free: number): number;
  /** A new window has begun. */
  forget(): void;
}

/** Answers over which the share is measured. */
const measuredCalls = 40;
/** Below this share nobody else is there: counts differ a little by the order of answers. */
const smallestShare = 0.03;

export function createOthersShare(): OthersShare {
  let samples: { readonly mine: number; readonly others: number }[] = [];
  const share = (): number => {
    const first = samples[0];
    const last = samples.at(-1);
    if (first === undefined || last === undefined || last.mine <= first.mine) return 0;
    return Math.max(0, last.others - first.others) / (last.mine - first.mine);
  };
  return {
    heard(mine, others) {
      samples.push({ mine, others });
      if (samples.length > measuredCalls) samples = samples.slice(-measuredCalls);
    },
    mostInFlight(free) {
      const now = share();
      if (now < smallestShare) return free;
      return Math.max(0, Math.floor((free - 1) / (1 + now)));
    },
    forget() {
      samples = [];
    },
  };
}
