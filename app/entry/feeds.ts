import type { IncomingMessage } from "node:http";
import { listArticles } from "@/lib/articles/list-articles";
import { getCompanyName } from "@/lib/settings/get-company-name";
import { listThreads } from "@/lib/threads/list-threads";
import { listForSitemap } from "@/lib/threads/list-for-sitemap";
import { visitor } from "@/lib/members/actor";
import { publicUrl } from "@/lib/platform/config";
import { href, type Locale, locales } from "@/lib/platform/i18n/locale";
import { createPageCache } from "@/lib/platform/pages/page-cache";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { singleton } from "@/lib/platform/singleton";
import { type Answer, answer, withEtag } from "./answer";

const feeds = singleton("feeds", () => createPageCache<Answer>(8 * 1024 * 1024));
const SITEMAP_LIMIT = 45_000;

/** Feeds and what search engines ask for; made as a visitor sees the site. Null: not one of these. */
export async function feedAnswer(req: IncomingMessage): Promise<Answer | null> {
  const path = (req.url ?? "/").split("?", 1)[0] ?? "/";
  const make = makers[path];
  if (!make) return null;
  return feeds.getOrRender(path, async () => withEtag(await make()), (whole) => whole.body.length * 2);
}

const makers: Record<string, () => Promise<Answer>> = {
  "/feed.xml": () => atom("en"),
  "/de/feed.xml": () => atom("de"),
  "/sitemap.xml": sitemap,
  "/robots.txt": async () =>
    answer(200, "text/plain; charset=utf-8", `User-agent: *\nDisallow: /me\nDisallow: /staff\nDisallow: /chat\nDisallow: /search\nDisallow: /api\nSitemap: ${publicUrl()}/sitemap.xml\n`),
};

async function atom(locale: Locale): Promise<Answer> {
  tagPage(`home:${locale}`);
  const [company, { items }] = await Promise.all([getCompanyName(), listThreads(visitor, { locale, limit: 30 })]);
  const entries = items.map((thread) => {
    const url = publicUrl() + href(locale, `/t/${thread.id}/${thread.slug}`);
    return `<entry><id>${escape(url)}</id><title>${escape(thread.title)}</title><link href="${escape(url)}"/><updated>${thread.lastActivityAt.toISOString()}</updated><published>${thread.createdAt.toISOString()}</published><author><name>${escape(thread.author.displayName)}</name></author><category term="${escape(thread.category.slug)}"/></entry>`;
  });
  const self = publicUrl() + href(locale, "/feed.xml");
  const updated = items[0]?.lastActivityAt ?? new Date(0);
  return answer(
    200,
    "application/atom+xml; charset=utf-8",
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}"><id>${escape(self)}</id><title>${escape(company)} Community</title><link rel="self" href="${escape(self)}"/><link href="${escape(publicUrl() + href(locale, "/"))}"/><updated>${updated.toISOString()}</updated>${entries.join("")}</feed>`,
    { "cache-control": "no-cache" },
  );
}

async function sitemap(): Promise<Answer> {
  for (const locale of locales) tagPage(`home:${locale}`, `kb:${locale}`);
  const urls: string[] = [];
  for (const locale of locales) {
    urls.push(href(locale, "/"), href(locale, "/kb"));
    for (const thread of await listForSitemap(visitor, locale, SITEMAP_LIMIT / 4)) urls.push(href(locale, `/t/${thread.id}/${thread.slug}`));
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(visitor, { locale, limit: 100, cursor });
      for (const article of page.items) urls.push(href(locale, `/kb/${article.id}/${article.slug}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor && urls.length < SITEMAP_LIMIT);
  }
  const body = urls.map((path) => `<url><loc>${escape(publicUrl() + path)}</loc></url>`).join("");
  return answer(200, "application/xml; charset=utf-8", `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`, { "cache-control": "no-cache" });
}

function escape(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
