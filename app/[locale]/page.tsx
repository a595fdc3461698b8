import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TopHelpers } from "@/components/answers/top-helpers";
import { GuideList } from "@/components/articles/guide-list";
import { CategoryTiles } from "@/components/categories/category-tiles";
import { Availability } from "@/components/human/availability";
import { HumanCard } from "@/components/human/human-card";
import { humanWords } from "@/components/human/human-words";
import { Page } from "@/components/layout/page";
import { KnownProblemNote } from "@/components/threads/known-problem-note";
import { ThreadListPage } from "@/components/threads/thread-list-page";
import { tabOf, ThreadTabs } from "@/components/threads/thread-tabs";
import { SearchBox } from "@/components/ui/search-box";
import { listTopHelpers } from "@/lib/answers/list-top-helpers";
import { listArticles } from "@/lib/articles/list-articles";
import { loadCategories } from "@/lib/categories/load-categories";
import { isStaff } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";
import { getPopularSearches } from "@/lib/settings/get-popular-searches";
import { countUnanswered, unansweredMaximum } from "@/lib/threads/count-unanswered";
import { getKnownProblem } from "@/lib/threads/get-known-problem";
import { listThreads } from "@/lib/threads/list-threads";

type HomeProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ tab?: string | string[]; after?: string | string[] }>;
};

const tiles = 6;

export async function generateMetadata({ params, searchParams }: HomeProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { tab, after } = await searchParams;
  const description = translator(locale)("home.description", { company: site.company });
  const canonical = href(locale, "/");
  return {
    title: { absolute: site.community },
    description,
    alternates: {
      canonical,
      languages: { en: "/", de: "/de" },
      types: { "application/atom+xml": [{ url: href(locale, "/feed.xml"), title: site.community }] },
    },
    robots: tab || after ? { index: false } : undefined,
    openGraph: { type: "website", title: site.community, description, url: canonical, siteName: site.community, locale },
  };
}

export default async function Home({ params, searchParams }: HomeProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const asked = await searchParams;
  const tab = tabOf(asked.tab);
  const cursor = typeof asked.after === "string" ? asked.after.slice(0, 200) : undefined;
  const actor = await currentActor();
  tagPage(`home:${locale}`, `kb:${locale}`);
  const categories = await loadCategories(actor);
  const [list, problem, unanswered, guides, helpers, popular] = await Promise.all([
    listThreads(actor, { locale, sort: tab, cursor, limit: 15 }, categories),
    getKnownProblem(actor, locale),
    countUnanswered(actor, locale),
    listArticles(actor, { locale, sort: "helpful", limit: 4 }),
    listTopHelpers(3),
    getPopularSearches(locale),
  ]);
  const t = translator(locale);
  const shown = cursor ? list : { ...list, items: list.items.filter(({ id }) => id !== problem?.id) };
  const count = unanswered >= unansweredMaximum ? `${unansweredMaximum}+` : formatNumber(locale, unanswered);
  return (
    <Page locale={locale} path="/" current={cursor ? "questions" : undefined} search={false}>
      <section className="hero">
        <h1>{t("home.title")}</h1>
        <div>
          <SearchBox action={href(locale, "/search")} label={t("layout.searchLabel")} button={t("common.search")} placeholder={t("home.placeholder")} />
          {popular.length > 0 && (
            <p className="pop">
              <span>{t("home.popular")}</span>
              {popular.slice(0, 5).map((words) => (
                <a key={words} className="lk" href={`${href(locale, "/search")}?q=${encodeURIComponent(words)}`}>
                  {words}
                </a>
              ))}
            </p>
          )}
        </div>
        {!isStaff(actor) && <HumanCard locale={locale} title={false} />}
      </section>
      <CategoryTiles locale={locale} label={t("home.byTopic")} categories={categories.filter(({ parentId }) => parentId === null).slice(0, tiles)} />
      <div className="hgrid">
        <div>
          {problem && <KnownProblemNote locale={locale} problem={problem} />}
          <div className="hh" id="questions">
            <h2>{t("home.now")}</h2>
          </div>
          <ThreadTabs locale={locale} path="/" current={tab} unanswered={unanswered > 0 ? count : undefined} />
          <ThreadListPage locale={locale} list={shown} tab={tab} path="/" ask={href(locale, "/ask")} heading="h3" more={cursor ? undefined : t("home.all")} />
        </div>
        <aside className="side" aria-label={t("home.helpLabel")}>
          {guides.items.length > 0 && <GuideList locale={locale} title={t("home.guides")} articles={guides.items} />}
          {helpers.length > 0 && <TopHelpers locale={locale} helpers={helpers} />}
        </aside>
      </div>
      {!isStaff(actor) && <Availability query="" locale={locale} words={humanWords(t)} />}
    </Page>
  );
}
