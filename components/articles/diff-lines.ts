export type DiffLine = { kind: "same" | "added" | "removed" | "skipped"; text: string };

/** Unchanged lines kept around each change. */
const CONTEXT = 2;
/** Above this many line pairs only whole texts are compared: nobody reads such a difference line by line. */
const MAX_PAIRS = 4_000_000;

/** Line by line, what `after` says instead of `before`; long unchanged runs are folded into their count. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  if (a.length * b.length > MAX_PAIRS) return [...a.map(line("removed")), ...b.map(line("added"))];
  return fold(walk(a, b, commonLengths(a, b)));
}

function commonLengths(a: string[], b: string[]): Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

function walk(a: string[], b: string[], lengths: Uint32Array[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: "same", text: a[i] ?? "" });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      lines.push({ kind: "removed", text: a[i++] ?? "" });
    } else lines.push({ kind: "added", text: b[j++] ?? "" });
  }
  return lines;
}

function fold(lines: DiffLine[]): DiffLine[] {
  const near = (index: number) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== "same");
  const folded: DiffLine[] = [];
  let skipped = 0;
  lines.forEach((each, index) => {
    if (each.kind === "same" && !near(index)) skipped++;
    else {
      if (skipped > 0) folded.push({ kind: "skipped", text: String(skipped) });
      skipped = 0;
      folded.push(each);
    }
  });
  if (skipped > 0) folded.push({ kind: "skipped", text: String(skipped) });
  return folded;
}

function line(kind: DiffLine["kind"]) {
  return (text: string): DiffLine => ({ kind, text });
}
