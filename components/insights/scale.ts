const steps = [1, 2, 2.5, 5, 10];

/** Four even lines from nothing up to a round figure that holds the greatest. */
export function scaleOf(greatest: number, smallestStep = 1): number[] {
  const rough = Math.max(greatest / 4, smallestStep);
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((each) => each * size >= rough && (each * size) % smallestStep === 0) ?? 10) * size;
  return [0, 1, 2, 3, 4].map((line) => line * step);
}

/** For hours: lines where a clock would have them. */
export function minuteScale(greatest: number): number[] {
  const nice = [5, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 7200, 14_400];
  const step = nice.find((each) => each * 4 >= greatest) ?? Math.ceil(greatest / 4);
  return [0, 1, 2, 3, 4].map((line) => line * step);
}
