import { analyze, type Token } from "./analyze";
import { type SearchDocument, splitKey } from "./engine";
import { toId } from "./meilisearch-id";
import { embedder } from "./meilisearch-settings";
import type { Vector } from "./vector";

/**
 * A document as Meilisearch holds it: terms, never what people wrote, each once. It only proposes; how often a word
 * stands where, and whether words stand side by side, is judged where everything is ordered. What compounds are made
 * of stands in fields of its own.
 */
export function toMeilisearch(document: SearchDocument) {
  const { locale, tags, categoryName } = document;
  const title = analyze(document.title, locale);
  const text = [document.answer, document.body, document.replies].flatMap((part) => analyze(part, locale));
  return {
    ...filteredBy(document),
    title: once(title.map(({ term }) => term)),
    titleParts: once(parts(title)),
    tagTerms: once(telling(analyze([...tags, categoryName].join(" "), locale))),
    text: once(telling(text)),
    parts: once(parts(text)),
  };
}

/** The same beside its vector: neither words nor terms. */
export function toMeaning({ document, vector }: { document: SearchDocument; vector: Vector }) {
  return { ...filteredBy(document), _vectors: { [embedder]: [...vector] } };
}

/** What every index knows of a document. */
function filteredBy({ key, locale, audience, categoryId, tags, state, products, authorId, createdAt, version }: SearchDocument) {
  return { id: toId(key), kind: splitKey(key).kind, locale, audience, categoryId, tags, state, products, authorId, created: createdAt.getTime(), version };
}

/** How much of a request it takes, roughly. */
export function sizeOf({ title, body, answer, replies }: SearchDocument): number {
  return 500 + title.length + body.length + answer.length + replies.length;
}

/** What compounds are made of. */
function parts(tokens: Token[]): string[] {
  return tokens.flatMap(({ stop, compound }) => (stop ? [] : (compound?.all ?? [])));
}

function telling(tokens: Token[]): string[] {
  return tokens.flatMap(({ stop, term }) => (stop ? [] : [term]));
}

function once(terms: string[]): string {
  return [...new Set(terms)].join(" ");
}
