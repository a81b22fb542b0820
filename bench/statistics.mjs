/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

/**
 * Smallest, middle and largest, rounded to whole units.
 * @param {readonly number[]} values
 */
export function spread(values) {
  return {
    min: Math.round(Math.min(...values)),
    median: Math.round(median(values)),
    max: Math.round(Math.max(...values)),
  };
}

/**
 * The value that so many percent of the values do not exceed (nearest rank).
 * @param {readonly number[]} values
 * @param {number} percent
 */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
