import type { MeilisearchEngine } from "@/lib/platform/search/meilisearch-engine";
import { bringInLine } from "./bring-in-line";
import { markPushed } from "./mark-pushed";
import { alone } from "./push-lock";
import { streamDocuments } from "./read-documents";

type Sent = { key: string; version: number };

/**
 * Puts everything into a fresh index beside the one that answers, and swaps them when it is whole: for an empty
 * engine, other settings, or when somebody asks for it. Searches go on meanwhile. Returns how many documents it sent.
 */
export async function fillMeilisearch(engine: MeilisearchEngine, tell: (done: number) => void = () => {}): Promise<number> {
  const sent: Sent[] = [];
  await alone(async () => {
    await engine.replaceAll(remembering(sent, tell));
    // What changed while it was being filled has another version by now, and is sent again.
    await markPushed(sent);
    await bringInLine(engine);
  }, true);
  return sent.length;
}

async function* remembering(sent: Sent[], tell: (done: number) => void) {
  for await (const documents of streamDocuments()) {
    yield documents;
    for (const { key, version } of documents) sent.push({ key, version });
    tell(sent.length);
  }
}
