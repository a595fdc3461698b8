type Shown = { id: number; authorId: number; locale: string; categoryPath: number[]; tagIds: number[] };

/** Tags of every page that shows this thread: its own, and the lists it stands in. */
export function pagesOf(thread: Shown, ...authors: number[]): string[] {
  return [
    `thread:${thread.id}`,
    `home:${thread.locale}`,
    `member:${thread.authorId}`,
    ...thread.categoryPath.map((id) => `category:${id}`),
    ...thread.tagIds.map((id) => `tag:${id}`),
    ...authors.map((id) => `member:${id}`),
  ];
}
