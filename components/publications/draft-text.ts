import type { PublicationDraft } from "@/lib/publications/draft-publication";

/** A draft with some findings put back: each is a place in the original, replaced unless it is in `restored`. */
export function draftText({ original, findings }: PublicationDraft, restored: ReadonlySet<number>): string {
  let text = "";
  let end = 0;
  for (const [index, finding] of [...findings.entries()].sort(([, a], [, b]) => a.start - b.start)) {
    if (finding.start < end) continue;
    text +=
      original.slice(end, finding.start) + (restored.has(index) ? finding.original : finding.replacement);
    end = finding.end;
  }
  return text + original.slice(end);
}
