import { type Embeddings, embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { countLacking, fillEmbeddings, type Refused } from "@/lib/search/fill-embeddings";
import { count, type Finding, fine, warning } from "./finding";

const area = "search";

/** Whether the documents have vectors, where a provider of embeddings is named. Whatever is missing, words find it all the same. */
export async function checkMeaning(repair: boolean): Promise<Finding> {
  const embeddings = embeddingsFromEnvironment();
  if (!embeddings) return fine(area, "meaning is not used (EMBEDDINGS_URL is not set)");
  const { documents, lacking } = await countLacking(embeddings.model);
  if (lacking === 0) return fine(area, `${count(documents, "document")} have vectors of ${embeddings.model}`);
  const text = `${lacking} of ${count(documents, "document")} have no vector of ${embeddings.model} for their present text: the worker makes them`;
  try {
    if (repair) await fillAll(embeddings);
  } catch (error) {
    return warning(area, `${text}, but ${error instanceof Error ? error.message : String(error)}`);
  }
  return warning(area, text, repair ? "filled" : undefined);
}

async function fillAll(embeddings: Embeddings): Promise<void> {
  const refused: Refused = new Set();
  while ((await fillEmbeddings(embeddings, refused)) > 0);
}
