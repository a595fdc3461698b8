export type LinkedTarget = { linkedAnswerId: number } | { linkedArticleId: number };

/** The answer or guide an address leads to: /t/12/slug#answer-34, /kb/5/slug. */
export function linkedTarget(text: string, origin: string): LinkedTarget | null {
  const url = URL.canParse(text.trim(), origin) ? new URL(text.trim(), origin) : null;
  if (!url || url.origin !== new URL(origin).origin) return null;
  const article = /^\/(?:de\/)?kb\/(\d{1,15})(\/|$)/.exec(url.pathname)?.[1];
  if (article) return { linkedArticleId: Number(article) };
  const answer = /^#answer-(\d{1,15})$/.exec(url.hash)?.[1];
  return answer && /^\/(?:de\/)?t\/\d/.test(url.pathname) ? { linkedAnswerId: Number(answer) } : null;
}
