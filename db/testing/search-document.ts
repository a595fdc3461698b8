import type { SearchDocument } from "@/lib/platform/search/engine";

/** A document as an engine takes it; what a test does not ask for is the same in all. */
export function searchDocument(key: string, wishes: Partial<SearchDocument> = {}): SearchDocument {
  const at = new Date(0);
  return {
    key,
    locale: "en",
    title: "",
    body: "",
    replies: "",
    answer: "",
    audience: "public",
    categoryId: 1,
    categoryName: "",
    tags: [],
    state: "solved",
    url: "",
    authorName: "",
    authorId: null,
    products: [],
    score: 0,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...wishes,
  };
}
