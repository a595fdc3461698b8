import { readDraft } from "@/components/ui/draft";

export type AskDraft = { title: string; body: string; savedAt: number | null };

/** What the ask form keeps in this browser; null when nothing was begun. */
export function readAskDraft(): AskDraft | null {
  const kept = readForm();
  const title = String(kept.title ?? "").trim();
  const body = String(kept.body ?? "").trim() || readDraft("ask").trim();
  return title || body ? { title, body, savedAt: typeof kept.savedAt === "number" ? kept.savedAt : null } : null;
}

function readForm(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem("kundig.draft.ask") ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
