import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleTable } from "@/components/articles/article-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { BookOpen, Plus, Search } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { Tabs } from "@/components/ui/tabs";
import { countArticles } from "@/lib/articles/count-articles";
import { type ArticleState, articleStates } from "@/lib/articles/input";
import { listArticles } from "@/lib/articles/list-articles";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";

type ArticlesProps = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What needs somebody comes first. */
const order: ArticleState[] = ["in_review", "stale", "draft", "approved", "scheduled", "published", "archived"];

export async function generateMetadata({ params }: ArticlesProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("editor.articles"), robots: { index: false } } : {};
}

export default async function StaffArticlesPage({ params, searchParams }: ArticlesProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const asked = await searchParams;
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : undefined);
  const state = articleStates.find((known) => known === asked.state);
  const sort = asked.sort === "helpful" ? ("helpful" as const) : undefined;
  const query = text("q")?.trim();
  const [counts, { items, nextCursor }] = await Promise.all([
    countArticles(actor),
    listArticles(actor, { states: state ? [state] : [...articleStates], query, sort, cursor: text("after"), limit: 50 }),
  ]);
  const t = translator(locale);
  const base = href(locale, "/staff/articles");
  const address = (more: Record<string, string | undefined>) => {
    const kept = Object.entries({ state, q: query, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return kept.length > 0 ? `${base}?${new URLSearchParams(kept)}` : base;
  };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <StaffFrame locale={locale} path="/staff/articles" current="articles" actor={actor}>
      <div>
        <div className="sthead">
          <h1>{t("editor.articles")}</h1>
          <span className="grow" />
          <form action={base} role="search" className="row">
            {state && <input type="hidden" name="state" value={state} />}
            <label className="vh" htmlFor="article-search">
              {t("editor.search")}
            </label>
            <input id="article-search" className="in d" type="search" name="q" defaultValue={query} placeholder={t("editor.search")} />
            <Button type="submit" size="d" icon={Search} aria-label={t("common.search")}>
              {t("common.search")}
            </Button>
          </form>
          <LinkButton look="pri" size="d" icon={Plus} href={href(locale, "/staff/articles/new")}>
            {t("editor.new")}
          </LinkButton>
        </div>
        <Tabs
          label={t("editor.state")}
          items={[
            { href: address({ state: undefined }), label: t("common.all"), count: all, current: state === undefined },
            ...order.map((each) => ({ href: address({ state: each }), label: t(`editor.state.${each}`), count: counts[each], current: each === state })),
          ]}
        />
        {items.length > 0 ? (
          <ArticleTable locale={locale} items={items} />
        ) : (
          <EmptyState icon={BookOpen} title={t("editor.empty")} text={t("editor.emptyText")}>
            <LinkButton look="sec" href={href(locale, "/staff/articles/new")}>
              {t("editor.new")}
            </LinkButton>
          </EmptyState>
        )}
        <MoreLink href={nextCursor ? address({ after: nextCursor }) : undefined} label={t("common.showMore")} />
      </div>
    </StaffFrame>
  );
}
