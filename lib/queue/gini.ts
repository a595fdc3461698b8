/** How unequal shares are: 0 when all are the same, towards 1 when one has everything. */
export function gini(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return 0;
  const differences = shares.flatMap((a) => shares.map((b) => Math.abs(a - b))).reduce((sum, difference) => sum + difference, 0);
  return differences / (2 * shares.length * total);
}
