/** Of 95 in a hundred such intervals the true share lies within. */
const usual = 1.959964;

/** Wilson's interval of a share: says honestly how little a share of few means. `deviations` wide to either side. */
export function wilsonInterval(part: number, whole: number, deviations = usual): { low: number; high: number } {
  if (whole === 0) return { low: 0, high: 1 };
  const share = part / whole;
  const square = (deviations * deviations) / whole;
  const spread = deviations * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole));
  return { low: Math.max(0, (share + square / 2 - spread) / (1 + square)), high: Math.min(1, (share + square / 2 + spread) / (1 + square)) };
}
