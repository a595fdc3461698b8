import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/layout/page";
import { KnownProblemNote } from "@/components/threads/known-problem-note";
import { ThreadRows } from "@/components/threads/thread-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { Megaphone, Rss } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { tagPage } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";
import { getKnownProblem } from "@/lib/threads/get-known-problem";
import { listThreads } from "@/lib/threads/list-threads";

type NewsProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params, searchParams }: NewsProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { after } = await searchParams;
  const t = translator(locale);
  return {
    title: t("news.title"),
    description: t("news.lede", { company: site.company }),
    alternates: { canonical: href(locale, "/news"), languages: { en: "/news", de: "/de/news" } },
    robots: after ? { index: false } : undefined,
  };
}

export default async function News({ params, searchParams }: NewsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after.slice(0, 200) : undefined;
  const actor = await currentActor();
  tagPage(`home:${locale}`);
  const [list, problem] = await Promise.all([listThreads(actor, { kind: "announcement", locale, cursor, limit: 20 }), getKnownProblem(actor, locale)]);
  const t = translator(locale);
  return (
    <Page locale={locale} path="/news" current="news">
      <div className="listp">
        <h1>{t("news.title")}</h1>
        <p className="lede">{t("news.lede", { company: site.company })}</p>
        {problem && !cursor && <KnownProblemNote locale={locale} problem={problem} />}
        {list.items.length > 0 ? (
          <ThreadRows locale={locale} threads={list.items.filter(({ id }) => id !== problem?.id)} inCategory="news" />
        ) : (
          <EmptyState icon={Megaphone} title={t("news.none")} text={t("news.noneText")} />
        )}
        <MoreLink href={list.nextCursor ? href(locale, `/news?after=${list.nextCursor}`) : undefined} label={t("news.more")} />
        <p className="mt-6">
          <a className="lk row" href={href(locale, "/feed.xml")}>
            <Rss size={16} />
            {t("news.follow")}
          </a>
        </p>
      </div>
    </Page>
  );
}
