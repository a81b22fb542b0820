/** How much of an allowance others take while we take ours; the server tells only the sum. */
export interface OthersShare {
  /**
   * After an answer in a window.
   * @param used what the server has counted. @param mine calls of ours that are over.
   * @param onTheirWay calls of ours of which it is not known whether they are in `used`.
   */
  heard(used: number, mine: number, onTheirWay: number): void;
  /** How many calls may be on their way when so many are left, so that others cannot make one of them too many. */
  mostInFlight(free: number): number;
  /** A new window has begun. */
  forget(): void;
}

/** Answers over which the share is measured. */
const measuredCalls = 40;
/** So many answers of a window are needed before what was measured in the last one is dropped. */
const enoughCalls = 20;
/** Below this share nobody else is there: counts differ a little by the order of answers. */
const smallestShare = 0.06;

interface Sample {
  readonly mine: number;
  /** Calls of others, if all of ours on their way were counted, and if none was. */
  readonly least: number;
  readonly most: number;
}

export function createOthersShare(): OthersShare {
  let samples: Sample[] = [];
  // Until something is known, somebody else may take as much as we do.
  let lastShare = 1;
  const measured = (): number => {
    const first = samples[0];
    const last = samples.at(-1);
    if (first === undefined || last === undefined || last.mine <= first.mine) return 0;
    const growth = Math.max(last.least - first.least, last.most - first.most, 0);
    return growth / (last.mine - first.mine);
  };
  return {
    heard(used, mine, onTheirWay) {
      samples.push({ mine, least: Math.max(0, used - mine - onTheirWay), most: used - mine });
      if (samples.length > measuredCalls) samples.shift();
    },
    mostInFlight(free) {
      if (free <= 0) return 0;
      const now = measured();
      const share = samples.length < enoughCalls ? Math.max(now, lastShare) : now;
      if (share < smallestShare) return free;
      // One at a time can do no harm as long as nobody else was seen.
      const alone = now < smallestShare ? 1 : 0;
      return Math.max(alone, Math.floor((free - 1) / (1 + share)));
    },
    forget() {
      if (samples.length >= enoughCalls) lastShare = measured();
      samples = [];
    },
  };
}
