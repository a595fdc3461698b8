import { type Embeddings, embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { countLacking, fillEmbeddings, type Refused } from "@/lib/search/fill-embeddings";
import { bringVectorsInLine, countVectors, pushMeaning } from "@/lib/search/push-meaning";
import { count, type Finding, fine, warning } from "./finding";

const area = "search";

/** Whether the documents have vectors, where a provider of embeddings is named, and Meilisearch holds them. Whatever is missing, words find it all the same. */
export async function checkMeaning(repair: boolean): Promise<Finding> {
  const embeddings = embeddingsFromEnvironment();
  if (!embeddings) return fine(area, "meaning is not used (EMBEDDINGS_URL is not set)");
  const { documents, lacking } = await countLacking(embeddings.model);
  if (lacking === 0) return checkHeld(embeddings, documents, repair);
  const text = `${lacking} of ${count(documents, "document")} have no vector of ${embeddings.model} for their present text: the worker makes them`;
  try {
    if (repair) await fillAll(embeddings);
  } catch (error) {
    return warning(area, `${text}, but ${error instanceof Error ? error.message : String(error)}`);
  }
  return warning(area, text, repair ? "filled" : undefined);
}

async function checkHeld(embeddings: Embeddings, documents: number, repair: boolean): Promise<Finding> {
  const all = `${count(documents, "document")} have vectors of ${embeddings.model}`;
  const engine = meilisearchFromEnvironment();
  if (!engine) return fine(area, all);
  try {
    const counted = await countVectors(engine, embeddings);
    if (!counted) return fine(area, `${all}, some on their way to Meilisearch at this moment`);
    const { ours, theirs } = counted;
    if (theirs === ours) return fine(area, `${all}, and Meilisearch holds them`);
    if (repair) {
      await bringVectorsInLine(engine, embeddings);
      await pushMeaning(engine, embeddings);
    }
    return warning(area, `${all}, but Meilisearch holds ${theirs ?? 0} of the ${ours} it took: the worker brings all of them again`, repair ? "brought" : undefined);
  } catch (error) {
    return warning(area, `${all}, but Meilisearch does not take them: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function fillAll(embeddings: Embeddings): Promise<void> {
  const refused: Refused = new Set();
  while ((await fillEmbeddings(embeddings, refused)) > 0);
}
