import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cursorOf } from "@/app/cursor-of";
import { requireSignIn } from "@/app/require-sign-in";
import { MePage } from "@/components/members/me-page";
import { ThreadList } from "@/components/members/thread-list";
import { EmptyState } from "@/components/ui/empty-state";
import { MessageCircle } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { listOwnThreads } from "@/lib/members/list-own-threads";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type OwnThreadsProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params }: OwnThreadsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("members.threads.title"), robots: { index: false } } : {};
}

export default async function OwnThreadsPage({ params, searchParams }: OwnThreadsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const member = await requireSignIn(locale, "/me/threads");
  const { items, nextCursor } = await listOwnThreads(member, { cursor: cursorOf((await searchParams).after) });
  const t = translator(locale);
  return (
    <MePage locale={locale} place="threads" title={t("members.threads.title")}>
      {items.length > 0 ? (
        <ThreadList locale={locale} threads={items} heading="h2" />
      ) : (
        <EmptyState icon={MessageCircle} title={t("members.threads.none")} text={t("members.threads.noneText")}>
          <LinkButton look="pri" href={href(locale, "/search")}>
            {t("common.search")}
          </LinkButton>
          <LinkButton href={href(locale, "/ask")}>{t("layout.ask")}</LinkButton>
        </EmptyState>
      )}
      <MoreLink href={nextCursor && `${href(locale, "/me/threads")}?after=${nextCursor}`} label={t("common.showMore")} />
    </MePage>
  );
}
