import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag as TagIcon } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { Tag } from "@/components/ui/tag";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { listTags } from "@/lib/tags/list-tags";

type TagsProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params, searchParams }: TagsProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { after } = await searchParams;
  return {
    title: translator(locale)("tags.title"),
    alternates: { canonical: href(locale, "/tags"), languages: { en: "/tags", de: "/de/tags" } },
    robots: after ? { index: false } : undefined,
  };
}

export default async function Tags({ params, searchParams }: TagsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after.slice(0, 200) : undefined;
  // New threads change the counts; both languages share the tags.
  tagPage("home:en", "home:de");
  const list = await listTags(await currentActor(), { cursor, limit: 50 });
  const t = translator(locale);
  return (
    <Page locale={locale} path="/tags" current="questions">
      <div className="listp">
        <h1>{t("tags.title")}</h1>
        <p className="lede">{t("tags.lede")}</p>
        {list.items.length > 0 ? (
          <ul className="taggrid">
            {list.items.map((tag) => (
              <li key={tag.id}>
                <Tag name={tag.name} href={href(locale, `/tags/${tag.slug}`)} />
                <span className="small mut">{t("tags.count", { count: tag.threadCount })}</span>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon={TagIcon} title={t("tags.none")} />
        )}
        <MoreLink href={list.nextCursor ? href(locale, `/tags?after=${list.nextCursor}`) : undefined} label={t("tags.more")} />
      </div>
    </Page>
  );
}
