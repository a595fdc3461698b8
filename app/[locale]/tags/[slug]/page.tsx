import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Page } from "@/components/layout/page";
import { ThreadListPage } from "@/components/threads/thread-list-page";
import { tabOf, ThreadTabs } from "@/components/threads/thread-tabs";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Markdown } from "@/components/ui/markdown";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { getTag } from "@/lib/tags/get-tag";
import { listThreads } from "@/lib/threads/list-threads";

type TagProps = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ tab?: string | string[]; after?: string | string[] }>;
};

/** Asked for the title and for the page, read once. */
const tagOf = cache(async (slug: string) => getTag(await currentActor(), slug));

export async function generateMetadata({ params, searchParams }: TagProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const tag = isLocale(locale) ? await tagOf(slug) : null;
  if (!tag || !isLocale(locale)) return {};
  const { tab, after } = await searchParams;
  const path = `/tags/${tag.slug}`;
  return {
    title: translator(locale)("tags.tagged", { name: tag.name }),
    description: translator(locale)("tags.description", { name: tag.name }),
    alternates: { canonical: href(locale, path), languages: { en: path, de: href("de", path) } },
    robots: tab || after || tag.threadCount === 0 ? { index: false } : undefined,
  };
}

export default async function TagPage({ params, searchParams }: TagProps) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const tag = await tagOf(slug);
  if (!tag) notFound();
  const asked = await searchParams;
  const tab = tabOf(asked.tab);
  const cursor = typeof asked.after === "string" ? asked.after.slice(0, 200) : undefined;
  tagPage(`tag:${tag.id}`);
  const list = await listThreads(await currentActor(), { tag: tag.slug, sort: tab, cursor, limit: 20 });
  tagPage(...list.items.map(({ id }) => `thread:${id}`));
  const t = translator(locale);
  const path = `/tags/${tag.slug}`;
  return (
    <Page locale={locale} path={path} current="questions">
      <div className="tpage">
        <div>
          <Breadcrumbs label={t("threads.path")} items={[{ href: href(locale, "/tags"), label: t("tags.title") }]} />
          <div className="thead">
            <h1>{tag.name}</h1>
            <p className="mut">{t("tags.count", { count: tag.threadCount })}</p>
          </div>
          <ThreadTabs locale={locale} path={path} current={tab} />
          <ThreadListPage locale={locale} list={list} tab={tab} path={path} ask={href(locale, `/ask?tag=${encodeURIComponent(tag.slug)}`)} />
        </div>
        <aside className="side" aria-label={t("tags.about")}>
          <section>
            <h2 className="sh">{t("tags.about")}</h2>
            {tag.descriptionHtml ? <Markdown html={tag.descriptionHtml} className="small" /> : <p className="mut2">{t("tags.noWiki")}</p>}
          </section>
        </aside>
      </div>
    </Page>
  );
}
