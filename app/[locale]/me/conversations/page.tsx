import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cursorOf } from "@/app/cursor-of";
import { requireSignIn } from "@/app/require-sign-in";
import { MePage } from "@/components/members/me-page";
import { OwnConversations } from "@/components/members/own-conversations";
import { EmptyState } from "@/components/ui/empty-state";
import { MessagesSquare } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { listOwnConversations } from "@/lib/conversations/list-own-conversations";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type ConversationsProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params }: ConversationsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("layout.conversations"), robots: { index: false } } : {};
}

export default async function ConversationsPage({ params, searchParams }: ConversationsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const member = await requireSignIn(locale, "/me/conversations");
  const { items, nextCursor } = await listOwnConversations(member, { cursor: cursorOf((await searchParams).after) });
  const t = translator(locale);
  return (
    <MePage locale={locale} place="conversations" title={t("layout.conversations")}>
      {items.length > 0 ? (
        <OwnConversations locale={locale} items={items} />
      ) : (
        <EmptyState icon={MessagesSquare} title={t("members.conversations.none")} text={t("members.conversations.noneText")}>
          <LinkButton href={href(locale, "/me/threads")}>{t("members.threads.title")}</LinkButton>
        </EmptyState>
      )}
      <MoreLink href={nextCursor && `${href(locale, "/me/conversations")}?after=${nextCursor}`} label={t("common.showMore")} />
    </MePage>
  );
}
