import { type MeilisearchEngine, meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { isSupportedVersion, wrongVersion } from "@/lib/platform/search/meilisearch-version";
import { pushChanges } from "@/lib/search/push-changes";
import { compareMeilisearch, reconcileMeilisearch } from "@/lib/search/reconcile";
import { count, type Finding, fine, warning } from "./finding";

const area = "search";
const dayMs = 86_400_000;

/** Whether Meilisearch is one we can work with, lets us in, and holds what the database holds. Whatever it lacks, nobody misses anything: PostgreSQL answers. */
export async function checkMeilisearch(repair: boolean): Promise<Finding[]> {
  const engine = meilisearchFromEnvironment();
  if (!engine) return [fine(area, "PostgreSQL answers (MEILI_URL is not set)")];
  try {
    const version = await engine.version();
    if (version !== "unknown" && !isSupportedVersion(version)) return [warning(area, wrongVersion(version))];
    return [await checkEngine(engine, version), await checkIndex(engine, repair), ...(await checkTasks(engine))];
  } catch (error) {
    return [warning(area, explain(error))];
  }
}

async function checkEngine(engine: MeilisearchEngine, version: string): Promise<Finding> {
  const keys = (await engine.areOwnKeys()) ? "with keys of its own for searching and indexing" : "with the key of MEILI_KEY for everything: a master key would let it make keys of least right";
  return fine(area, `Meilisearch ${version} answers, ${keys}; ${aboutDumps(await engine.lastDump())}`);
}

/** Anything in it can be made anew, so that a dump is never what anybody depends on. */
function aboutDumps(last: Date | null | undefined): string {
  const made = last === undefined ? "" : last ? `its last dump is of ${last.toISOString()}, ` : "it has no dump (POST /dumps with the master key makes one), ";
  return `${made}but needs none: start another version with an empty --db-path or with --import-dump, the index is filled by itself`;
}

async function checkIndex(engine: MeilisearchEngine, repair: boolean): Promise<Finding> {
  const state = await engine.state();
  if (state !== "ready") {
    if (repair) await reconcileMeilisearch(engine);
    const text = state === "missing" ? "Meilisearch has no index yet" : "Meilisearch's index was made by another version of Kundig, or its settings were changed";
    return warning(area, `${text}: the worker fills a fresh one, or npm run kundig -- reindex`, repair ? "filled" : undefined);
  }
  // An imported dump may hold as many documents, but old ones.
  const compared = await compareMeilisearch(engine);
  if (!compared) return fine(area, "Meilisearch is being brought documents at this moment");
  const { missing, extra } = compared;
  if (missing + extra === 0) return fine(area, `Meilisearch holds all ${count(await engine.countDocuments(), "document")} as they are`);
  if (repair) {
    await reconcileMeilisearch(engine);
    await pushChanges(engine);
  }
  const text = `Meilisearch lacks ${count(missing, "document")} as they are now, and holds ${count(extra, "document")} too many: the worker brings it in line within minutes`;
  return warning(area, text, repair ? "brought in line" : undefined);
}

async function checkTasks(engine: MeilisearchEngine): Promise<Finding[]> {
  const failed = await engine.failedTasks(new Date(Date.now() - dayMs));
  const [latest] = failed;
  if (!latest) return [];
  return [warning(area, `${count(failed.length, "task")} of Meilisearch failed within a day and were sent again, the latest at ${latest.at.toISOString()}: ${latest.type}: ${latest.reason}`)];
}

function explain(error: unknown): string {
  const { message = "", cause } = error as { message?: string; cause?: { code?: string } };
  const instead = "PostgreSQL answers instead";
  if (cause?.code === "missing_authorization_header") return `Meilisearch wants a key and MEILI_KEY is not set; ${instead}`;
  if (cause?.code === "invalid_api_key") return `MEILI_KEY has not the rights for the index: set the master key, or one with search, documents, indexes, settings, tasks and stats rights; ${instead}`;
  return `Meilisearch does not answer at MEILI_URL (${message.split("\n")[0]}); ${instead}. One that is newer than its data does not start: give it an empty --db-path, the index is filled by itself`;
}
