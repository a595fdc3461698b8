/** The value below which this share of all lies; null of nothing. Nearest rank. */
export function quantile(values: number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

export function median(values: number[]): number | null {
  return quantile(values, 0.5);
}

export function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Wilson's 95 % interval: says honestly how little a share of few means. */
export function interval(part: number, whole: number): { low: number; high: number } | null {
  if (whole === 0) return null;
  const z = 1.96;
  const p = part / whole;
  const middle = p + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const size = 1 + (z * z) / whole;
  return { low: Math.max(0, (middle - spread) / size), high: Math.min(1, (middle + spread) / size) };
}
