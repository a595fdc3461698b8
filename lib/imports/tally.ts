/** What became of one kind of thing. Every one that was read is in exactly one of the others. */
export type Count = { read: number; imported: number; updated: number; known: number; skipped: Map<string, number> };

/** The books of an import. */
export class Tally {
  readonly counts = new Map<string, Count>();
  readonly notes: string[] = [];

  of(kind: string): Count {
    const count = this.counts.get(kind) ?? { read: 0, imported: 0, updated: 0, known: 0, skipped: new Map() };
    this.counts.set(kind, count);
    return count;
  }

  read(kind: string, by = 1): void {
    this.of(kind).read += by;
  }

  imported(kind: string, by = 1): void {
    this.of(kind).imported += by;
  }

  updated(kind: string, by = 1): void {
    this.of(kind).updated += by;
  }

  known(kind: string, by = 1): void {
    this.of(kind).known += by;
  }

  skip(kind: string, reason: string, by = 1): void {
    const { skipped } = this.of(kind);
    if (by > 0) skipped.set(reason, (skipped.get(reason) ?? 0) + by);
  }

  /** Kinds whose sums do not match, in words; none when all is well. */
  mismatches(): string[] {
    return [...this.counts].flatMap(([kind, count]) => {
      const rest = count.imported + count.updated + count.known + skippedOf(count);
      return rest === count.read ? [] : [`${kind}: ${count.read} read, but ${rest} accounted for`];
    });
  }
}

export function skippedOf({ skipped }: Count): number {
  return [...skipped.values()].reduce((sum, each) => sum + each, 0);
}
