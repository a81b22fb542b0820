/** Steps of the zoom commands, in percent. */
const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The zoom after a command, in percent; the same at either end. */
export function nextZoom(percent: number, direction: 'in' | 'out' | 'reset'): number {
  if (direction === 'reset') return 100;
  const next =
    direction === 'in'
      ? steps.find((step) => step > percent)
      : steps.findLast((step) => step < percent);
  return next ?? percent;
}
