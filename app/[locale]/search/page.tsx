import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signInHref } from "@/components/layout/header";
import { Page } from "@/components/layout/page";
import { SearchPage } from "@/components/search/search-page";
import { readQuery, searchParams as paramsOf } from "@/components/search/search-query";
import { searchWords } from "@/components/search/search-words";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";
import { search } from "@/lib/search/search";
import { getPopularSearches } from "@/lib/settings/get-popular-searches";
import { listTags } from "@/lib/tags/list-tags";

type Given = Record<string, string | string[] | undefined>;
type SearchProps = { params: Promise<{ locale: string }>; searchParams: Promise<Given> };

export async function generateMetadata({ params, searchParams }: SearchProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { q } = readQuery(await searchParams);
  const t = translator(locale);
  return { title: q ? t("search.titleOf", { words: q }) : t("search.title"), robots: { index: false } };
}

export default async function Search({ params, searchParams }: SearchProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const given = await searchParams;
  const query = readQuery(given);
  const cursor = typeof given.cursor === "string" ? given.cursor : undefined;
  const actor = await currentActor();
  const { kinds, state, tag, category } = query;
  const asked = { q: query.q, kinds, state, tag: tag || undefined, category: category || undefined, cursor, preferLocale: locale };
  const isLooking = paramsOf(query).size > 0;
  const [found, tags, popular] = await Promise.all([
    search(actor, { ...asked, locale: query.locale.length === 1 ? query.locale[0] : undefined, limit: 20 }),
    listTags(actor, { limit: 50 }),
    isLooking ? [] : getPopularSearches(locale),
  ]);
  const t = translator(locale);
  const here = href(locale, "/search");
  return (
    <Page locale={locale} path={isLooking ? `/search?${paramsOf(query)}` : "/search"} mainClass="wrap sp" search={false}>
      <h1 className="vh">{t("search.title")}</h1>
      <SearchPage
        first={query}
        found={found}
        locale={locale}
        words={searchWords(t, site.company)}
        here={here}
        ask={href(locale, "/ask")}
        signIn={signInHref(locale, `/search?${paramsOf(query)}`)}
        tagNames={Object.fromEntries(tags.items.map(({ slug, name }) => [slug, name]))}
      >
        <div className="py-10">
          <h2>{t("search.start")}</h2>
          <p className="mut2">{t("search.startText")}</p>
          {popular.length > 0 && (
            <p className="pop">
              <span>{t("search.popular")}</span>
              {popular.map((words) => (
                <a key={words} className="lk" href={`${here}?q=${encodeURIComponent(words)}`}>
                  {words}
                </a>
              ))}
            </p>
          )}
        </div>
      </SearchPage>
    </Page>
  );
}
