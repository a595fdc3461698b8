import { closeDatabase } from "@/db/client";
import { rebuildSearch } from "@/lib/search/rebuild-search";

/** Makes the search index anew, in the database and in Meilisearch when there is one; the site may be running. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error("reindex takes no arguments");
    return 1;
  }
  const started = performance.now();
  const report = await rebuildSearch(showProgress());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${report.documents} documents indexed, ${report.removed} left out because nobody may find them.`,
  );
  console.log(
    report.meilisearch === null
      ? "Meilisearch is not configured (MEILI_URL)."
      : `${report.meilisearch} documents in Meilisearch.`,
  );
  console.log(`Done in ${seconds} s.`);
  await closeDatabase();
  return 0;
}

/** A line a second at most, so that a log stays readable. */
function showProgress(): (step: "postgres" | "meilisearch", done: number) => void {
  let last = 0;
  return (step, done) => {
    if (Date.now() - last < 1_000) return;
    last = Date.now();
    console.log(
      step === "postgres" ? `  ${done} documents indexed` : `  ${done} documents sent to Meilisearch`,
    );
  };
}
