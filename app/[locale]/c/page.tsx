import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/layout/page";
import { ThreadListPage } from "@/components/threads/thread-list-page";
import { tabOf, ThreadTabs } from "@/components/threads/thread-tabs";
import { Tag } from "@/components/ui/tag";
import { listCategories } from "@/lib/categories/list-categories";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { listThreads } from "@/lib/threads/list-threads";

type QuestionsProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ tab?: string | string[]; after?: string | string[] }>;
};

export async function generateMetadata({ params, searchParams }: QuestionsProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { tab, after } = await searchParams;
  return {
    title: translator(locale)("threads.crumb"),
    alternates: { canonical: href(locale, "/c"), languages: { en: "/c", de: "/de/c" } },
    robots: tab || after ? { index: false } : undefined,
  };
}

export default async function Questions({ params, searchParams }: QuestionsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = await searchParams;
  const tab = tabOf(asked.tab);
  const cursor = typeof asked.after === "string" ? asked.after.slice(0, 200) : undefined;
  const actor = await currentActor();
  tagPage(`home:${locale}`, "categories");
  const [categories, list] = await Promise.all([listCategories(actor), listThreads(actor, { locale, sort: tab, cursor, limit: 20 })]);
  const t = translator(locale);
  return (
    <Page locale={locale} path="/c" current="questions">
      <div className="listp">
        <h1>{t("threads.crumb")}</h1>
        <nav className="tags mt-3" aria-label={t("home.byTopic")}>
          {categories
            .filter(({ audience }) => audience === "public")
            .map(({ id, slug, name }) => (
              <Tag key={id} name={name[locale]} href={href(locale, `/c/${slug}`)} />
            ))}
        </nav>
        <ThreadTabs locale={locale} path="/c" current={tab} />
        <ThreadListPage locale={locale} list={list} tab={tab} path="/c" ask={href(locale, "/ask")} />
      </div>
    </Page>
  );
}
