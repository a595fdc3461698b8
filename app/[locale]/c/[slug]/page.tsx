import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { GuideList } from "@/components/articles/guide-list";
import { Availability } from "@/components/human/availability";
import { HumanCard } from "@/components/human/human-card";
import { humanWords } from "@/components/human/human-words";
import { Page } from "@/components/layout/page";
import { ThreadListPage } from "@/components/threads/thread-list-page";
import { tabOf, ThreadTabs } from "@/components/threads/thread-tabs";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PenLine } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Tag } from "@/components/ui/tag";
import { listArticles } from "@/lib/articles/list-articles";
import { getCategory } from "@/lib/categories/get-category";
import { isStaff } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate, tagPage } from "@/lib/platform/pages/page-tags";
import { listThreads } from "@/lib/threads/list-threads";

type CategoryProps = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ tab?: string | string[]; after?: string | string[] }>;
};

/** Asked for the title and for the page, read once. */
const categoryOf = cache(async (slug: string) => getCategory(await currentActor(), slug));

export async function generateMetadata({ params, searchParams }: CategoryProps): Promise<Metadata> {
  const { locale, slug } = await params;
  const category = isLocale(locale) ? await categoryOf(slug) : null;
  if (!category || !isLocale(locale)) return {};
  const { tab, after } = await searchParams;
  const path = `/c/${category.slug}`;
  return {
    title: category.name[locale],
    description: translator(locale)("category.description", { name: category.name[locale] }),
    alternates: { canonical: href(locale, path), languages: { en: path, de: href("de", path) } },
    robots: tab || after || category.restricted ? { index: false } : undefined,
  };
}

export default async function CategoryPage({ params, searchParams }: CategoryProps) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const category = await categoryOf(slug);
  if (!category) notFound();
  if (category.restricted) keepPrivate();
  const asked = await searchParams;
  const tab = tabOf(asked.tab);
  const cursor = typeof asked.after === "string" ? asked.after.slice(0, 200) : undefined;
  const actor = await currentActor();
  const path = `/c/${category.slug}`;
  tagPage(`category:${category.id}`, ...category.children.map(({ id }) => `category:${id}`), `kb:${locale}`);
  const [list, guides] = await Promise.all([
    listThreads(actor, { category: category.slug, locale, sort: tab, cursor, limit: 20 }),
    listArticles(actor, { locale, category: category.slug, sort: "helpful", limit: 5 }),
  ]);
  const t = translator(locale);
  const crumbs = [
    { href: href(locale, "/"), label: t("threads.crumb") },
    ...category.breadcrumbs.slice(0, -1).map((above) => ({ href: href(locale, `/c/${above.slug}`), label: above.name[locale] })),
  ];
  const ask = href(locale, `/ask?category=${category.slug}`);
  const human = !isStaff(actor) && category.departmentId !== null;
  return (
    <Page locale={locale} path={path} current="questions">
      <div className="tpage">
        <div>
          <Breadcrumbs label={t("threads.path")} items={crumbs} />
          <div className="thead">
            <h1>{category.name[locale]}</h1>
            {category.description[locale] && <p className="mut2">{category.description[locale]}</p>}
            {category.children.length > 0 && (
              <nav className="tags mt-3" aria-label={t("category.below")}>
                {category.children.map((child) => (
                  <Tag key={child.id} name={child.name[locale]} href={href(locale, `/c/${child.slug}`)} />
                ))}
              </nav>
            )}
            {category.restricted && (
              <div className="mt-3">
                <Note kind="mod">{t(category.audience === "staff" ? "category.staff" : "category.members")}</Note>
              </div>
            )}
          </div>
          <ThreadTabs locale={locale} path={path} current={tab} />
          <ThreadListPage locale={locale} list={list} tab={tab} path={path} ask={ask} inCategory={category.slug} />
        </div>
        <aside className="side" aria-label={t("threads.helpLabel")}>
          {human && <HumanCard locale={locale} category={category.slug} />}
          <LinkButton icon={PenLine} href={ask}>
            {t("category.askHere")}
          </LinkButton>
          {guides.items.length > 0 && <GuideList locale={locale} title={t("category.guides")} articles={guides.items} />}
        </aside>
      </div>
      {human && <Availability query={`?department=${category.departmentId}`} locale={locale} words={humanWords(t)} />}
    </Page>
  );
}
