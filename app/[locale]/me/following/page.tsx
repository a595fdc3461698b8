import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cursorOf } from "@/app/cursor-of";
import { requireSignIn } from "@/app/require-sign-in";
import { MePage } from "@/components/members/me-page";
import { ThreadList } from "@/components/members/thread-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Bookmark } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { listFollowedThreads } from "@/lib/threads/list-followed-threads";

type FollowingProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params }: FollowingProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("members.nav.following"), robots: { index: false } } : {};
}

export default async function FollowingPage({ params, searchParams }: FollowingProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const member = await requireSignIn(locale, "/me/following");
  const { items, nextCursor } = await listFollowedThreads(member, { cursor: cursorOf((await searchParams).after) });
  const t = translator(locale);
  return (
    <MePage locale={locale} place="following" title={t("members.nav.following")}>
      {items.length > 0 ? (
        <ThreadList locale={locale} threads={items} heading="h2" />
      ) : (
        <EmptyState icon={Bookmark} title={t("members.following.none")} text={t("members.following.noneText")}>
          <LinkButton look="pri" href={href(locale, "/c")}>
            {t("layout.questions")}
          </LinkButton>
        </EmptyState>
      )}
      <MoreLink href={nextCursor ? `${href(locale, "/me/following")}?after=${nextCursor}` : undefined} label={t("common.showMore")} />
    </MePage>
  );
}
