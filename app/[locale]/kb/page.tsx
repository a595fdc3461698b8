import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleRows } from "@/components/articles/article-rows";
import { Page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { BookOpen, PenLine } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { Tabs } from "@/components/ui/tabs";
import { listArticles } from "@/lib/articles/list-articles";
import { loadCategories } from "@/lib/categories/load-categories";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";

type GuidesProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ category?: string | string[]; after?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: GuidesProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const asked = await searchParams;
  const t = translator(locale);
  return {
    title: t("kb.title"),
    description: t("kb.description", { company: site.company }),
    alternates: { canonical: href(locale, "/kb"), languages: { en: "/kb", de: "/de/kb" } },
    robots: asked.after || asked.category ? { index: false } : undefined,
  };
}

export default async function Guides({ params, searchParams }: GuidesProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = await searchParams;
  const category = typeof asked.category === "string" ? asked.category.slice(0, 80) : undefined;
  const cursor = typeof asked.after === "string" ? asked.after.slice(0, 200) : undefined;
  const actor = await currentActor();
  tagPage(`kb:${locale}`);
  const [categories, list] = await Promise.all([loadCategories(actor), listArticles(actor, { locale, category, cursor, limit: 20 })]);
  const t = translator(locale);
  const chosen = categories.find(({ slug }) => slug === category);
  const top = chosen?.parentId ? chosen.parentId : chosen?.id;
  const tops = categories.filter(({ parentId, slug, audience }) => parentId === null && slug !== "news" && audience === "public");
  const to = (slug?: string) => href(locale, slug ? `/kb?category=${slug}` : "/kb");
  const tabs = [{ href: to(), label: t("kb.all"), current: !chosen }, ...tops.map((each) => ({ href: to(each.slug), label: each.name[locale], current: each.id === top }))];
  return (
    <Page locale={locale} path="/kb" current="guides">
      <div className="listp">
        <h1>{chosen ? `${t("kb.title")}: ${chosen.name[locale]}` : t("kb.title")}</h1>
        <p className="lede">{t("kb.lede", { company: site.company })}</p>
        <Tabs label={t("kb.filter")} items={tabs} />
        {list.items.length > 0 ? (
          <ArticleRows locale={locale} articles={list.items} />
        ) : (
          <EmptyState icon={BookOpen} title={t("kb.none")} text={t("kb.noneText")}>
            <LinkButton icon={PenLine} href={href(locale, category ? `/ask?category=${category}` : "/ask")}>
              {t("layout.ask")}
            </LinkButton>
          </EmptyState>
        )}
        <MoreLink href={list.nextCursor ? href(locale, `/kb?${category ? `category=${category}&` : ""}after=${list.nextCursor}`) : undefined} label={t("kb.more")} />
      </div>
    </Page>
  );
}
