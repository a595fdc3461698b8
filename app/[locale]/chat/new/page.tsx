import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { AskForHuman } from "@/components/conversations/ask-for-human";
import { jsoned } from "@/components/conversations/jsoned";
import { Page } from "@/components/layout/page";
import { previewPacket } from "@/lib/conversations/preview-packet";
import { recordRefusal } from "@/lib/follow-ups/record-refusal";
import type { Actor } from "@/lib/members/actor";
import { currentDevice } from "@/lib/platform/auth/current-actor";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { choices } from "@/lib/queue/choice";
import { getAvailability } from "@/lib/queue/get-availability";
import { getThreadOverlay } from "@/lib/threads/get-overlay";
import { askForHumanAction } from "./actions";

type NewChatProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ thread?: string | string[]; choice?: string | string[] }>;
};

export async function generateMetadata({ params }: NewChatProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: translator(locale)("room.new.documentTitle"), robots: { index: false } }
    : {};
}

/** What will be passed on, and how the company may help: different while it is open, busy or closed. */
export default async function NewChatPage({ params, searchParams }: NewChatProps) {
  const { locale } = await params;
  const { thread, choice } = await searchParams;
  if (!isLocale(locale) || typeof thread !== "string" || !/^\d{1,15}$/.test(thread)) notFound();
  const asked = choices.find((known) => known === choice);
  const path = `/chat/new?thread=${thread}${asked ? `&choice=${asked}` : ""}`;
  const actor = await requireSignIn(locale, path);
  const id = Number(thread);
  const own = await getThreadOverlay(actor, id);
  if (!own) notFound();
  if (own.conversation) redirect(href(locale, `/chat/${own.conversation.id}`));
  const packet = await packetFor(actor, id, locale);
  const availability = await getAvailability(actor, { threadId: id });
  if (!availability.choices.includes("chat")) await recordRefusal(actor, id);
  return (
    <Page locale={locale} path={path} current="questions" mainClass="wrap cpage">
      <AskForHuman
        action={askForHumanAction}
        locale={locale}
        initial={availability}
        packet={jsoned(packet)}
        threadId={id}
        asked={asked}
      />
    </Page>
  );
}

async function packetFor(actor: Actor, threadId: number, locale: Locale) {
  const { userAgent } = await currentDevice();
  try {
    return await previewPacket(actor, threadId, { userAgent });
  } catch (error) {
    if (error instanceof NotFound) notFound();
    // Staff, and whoever may not write: the question itself says what they can do.
    if (error instanceof Forbidden) redirect(href(locale, `/t/${threadId}`));
    throw error;
  }
}
