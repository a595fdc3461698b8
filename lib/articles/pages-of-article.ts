/** Tags of every page that shows an article. */
export function pagesOfArticle(article: { id: number; locale: string; categoryId: number; sourceThreadId: number | null }): string[] {
  return [
    `article:${article.id}`,
    `kb:${article.locale}`,
    `home:${article.locale}`,
    `category:${article.categoryId}`,
    ...(article.sourceThreadId ? [`thread:${article.sourceThreadId}`] : []),
  ];
}
