const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The next size in a direction, in percent; the same at either end. */
export function zoomStep(percent: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? steps.find((step) => step > percent)
      : steps.findLast((step) => step < percent);
  return next ?? percent;
}
