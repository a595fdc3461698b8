import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ChatRoom } from "@/components/conversations/chat-room";
import { jsoned } from "@/components/conversations/jsoned";
import { Page } from "@/components/layout/page";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listMessages } from "@/lib/conversations/list-messages";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { requireSignIn } from "@/app/require-sign-in";

type ChatProps = { params: Promise<{ locale: string; id: string }> };

const SHOWN_MESSAGES = 500;

export async function generateMetadata({ params }: ChatProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("room.log"), robots: { index: false } } : {};
}

/** The asker's conversation: waiting, talking, closed. Staff are led to their own place for it. */
export default async function ChatPage({ params }: ChatProps) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !/^\d{1,15}$/.test(id)) notFound();
  const path = `/chat/${id}`;
  const actor = await requireSignIn(locale, path);
  const view = await getConversation(actor, id);
  if (!view) notFound();
  if (view.side === "staff") redirect(href(locale, `/staff/inbox?c=${view.id}`));
  const { items } = await listMessages(actor, view.id, { limit: SHOWN_MESSAGES });
  const t = translator(locale);
  return (
    <Page locale={locale} path={path} current="questions" mainClass="wrap cpage">
      <div className="rhead">
        <Breadcrumbs
          label={t("layout.breadcrumbs")}
          items={[
            { label: t("layout.questions"), href: href(locale, "/") },
            {
              label: t("room.backToQuestion"),
              href: href(locale, `/t/${view.thread.id}/${view.thread.slug}`),
            },
          ]}
        />
        <div className="thead">
          <h1 lang={view.thread.locale}>{view.thread.title}</h1>
        </div>
      </div>
      <ChatRoom
        locale={locale}
        me={actor.id}
        company={site.company}
        initial={{ view: jsoned(view), messages: jsoned(items) }}
      />
    </Page>
  );
}
