import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Availability } from "@/components/human/availability";
import { HumanCard } from "@/components/human/human-card";
import { humanWords } from "@/components/human/human-words";
import { signInHref } from "@/components/layout/header";
import { Page } from "@/components/layout/page";
import { filterNames } from "@/components/search/filter-names";
import { RecentSearches } from "@/components/search/recent-searches";
import { SavedSearches } from "@/components/search/saved-searches";
import { SearchPage } from "@/components/search/search-page";
import { readQuery, searchParams as paramsOf } from "@/components/search/search-query";
import { searchWords } from "@/components/search/search-words";
import { loadCategories } from "@/lib/categories/load-categories";
import { isStaff } from "@/lib/members/actor";
import { currentActor, currentDevice } from "@/lib/platform/auth/current-actor";
import { now } from "@/lib/platform/clock";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { site } from "@/lib/platform/site";
import { listSearchChoices } from "@/lib/search/list-choices";
import { listSavedSearches } from "@/lib/search/list-saved-searches";
import { search } from "@/lib/search/search";
import { voiceOf } from "@/lib/search/voice-of";

type Given = Record<string, string | string[] | undefined>;
type SearchProps = { params: Promise<{ locale: string }>; searchParams: Promise<Given> };

const longestInTitle = 60;

export async function generateMetadata({ params, searchParams }: SearchProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { q } = readQuery(await searchParams);
  const t = translator(locale);
  const words = q.length > longestInTitle ? `${q.slice(0, longestInTitle)}…` : q;
  return { title: q ? t("search.titleOf", { words }) : t("search.title"), robots: { index: false } };
}

export default async function Search({ params, searchParams }: SearchProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const given = await searchParams;
  const query = readQuery(given);
  const cursor = typeof given.cursor === "string" ? given.cursor.slice(0, 200) : undefined;
  const actor = await currentActor();
  const isLooking = paramsOf(query).size > 0;
  const wanted = { ...Object.fromEntries(paramsOf(query)), cursor, preferLocale: locale, limit: 20, voice: voiceOf((await currentDevice()).address) };
  const categories = await loadCategories(actor);
  const [found, { tags, products, popular }, saved] = await Promise.all([
    search(actor, wanted, { categories }),
    listSearchChoices(actor, locale),
    listSavedSearches(actor),
  ]);
  const t = translator(locale);
  const here = href(locale, "/search");
  const words = searchWords(t, site.company);
  const places = categories.map(({ slug, name }) => ({ slug, name: name[locale] }));
  const own = actor.kind === "member" ? saved.map(({ id, name, query: text, tellsNew }) => ({ id, name, query: text, tellsNew })) : null;
  return (
    <Page locale={locale} path={isLooking ? `/search?${paramsOf(query)}` : "/search"} mainClass="wrap sp" search={false}>
      <h1 className="vh">{t("search.title")}</h1>
      <SearchPage
        first={query}
        found={found}
        byMeaning={embeddingsFromEnvironment() !== null}
        isLater={cursor !== undefined}
        locale={locale}
        words={words}
        here={here}
        ask={href(locale, "/ask")}
        signIn={signInHref(locale, `/search?${paramsOf(query)}`)}
        tagNames={Object.fromEntries(tags.map(({ slug, name }) => [slug, name]))}
        categoryNames={Object.fromEntries(places.map(({ slug, name }) => [slug, name]))}
        filters={filterNames(locale, { tags, categories: places, products, year: now().getUTCFullYear() })}
        saved={own}
        human={
          !isStaff(actor) && (
            <>
              <HumanCard locale={locale} />
              <Availability query="" locale={locale} words={humanWords(t)} />
            </>
          )
        }
      >
        <div className="sstart">
          <h2>{t("search.start")}</h2>
          <p className="mut2">{t("search.startText")}</p>
          {popular.length > 0 && (
            <p className="pop">
              <span>{t("search.popular")}</span>
              {popular.map((text) => (
                <a key={text} className="lk" href={`${here}?q=${encodeURIComponent(text)}`}>
                  {text}
                </a>
              ))}
            </p>
          )}
          <div className="slists">
            <RecentSearches here={here} title={t("search.recent")} clear={t("search.recentClear")} />
            {own && <SavedSearches here={here} saved={own} words={words} />}
            <FilterHelp locale={locale} />
          </div>
        </div>
      </SearchPage>
    </Page>
  );
}

/** Filters need no list to be looked up: an example says how they are written. */
function FilterHelp({ locale }: { locale: Locale }) {
  const t = translator(locale);
  const examples = locale === "de" ? ["ist:gelöst", "thema:e18", "von:ines-moreau", "nach:2026-03", '"genau so"', "-ohne"] : ["is:solved", "tag:e18", "from:ines-moreau", "after:2026-03", '"exactly so"', "-without"];
  return (
    <section className="swords">
      <h3>{t("search.wordsTitle")}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example}>
            <code>{example}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
