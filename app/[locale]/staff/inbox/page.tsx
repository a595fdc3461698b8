import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Console } from "@/components/conversations/console";
import { jsoned } from "@/components/conversations/jsoned";
import type { Snapshot } from "@/components/conversations/use-conversation";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listInbox } from "@/lib/conversations/list-inbox";
import { listMessages } from "@/lib/conversations/list-messages";
import { loadDepartments } from "@/lib/departments/load-departments";
import { listUsableMacros } from "@/lib/macros/list-macros";
import type { Actor } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { getPresence } from "@/lib/presence/get-presence";
import { listOffers } from "@/lib/queue/list-offers";
import { listQueue } from "@/lib/queue/list-queue";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";

type InboxProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ c?: string | string[] }>;
};

export async function generateMetadata({ params }: InboxProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("console.title"), robots: { index: false } } : {};
}

/** The console: what the agent has to do, one conversation, its packet. */
export default async function InboxPage({ params, searchParams }: InboxProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const { c } = await searchParams;
  const initial =
    typeof c === "string" && /^\d{1,15}$/.test(c) ? await snapshotOf(actor, Number(c), locale) : null;
  const [inbox, queue, offers, presence, macros, departments] = await Promise.all([
    listInbox(actor),
    listQueue(actor),
    listOffers(actor),
    getPresence(actor),
    listUsableMacros(actor),
    loadDepartments(),
  ]);
  return (
    <StaffFrame locale={locale} path="/staff/inbox" current="inbox" actor={actor} mainClass="con">
      <Console
        locale={locale}
        me={{ id: actor.id, displayName: actor.displayName }}
        now={now().toISOString()}
        macros={macros}
        departments={departments.map(({ id, slug, name }) => ({ id, slug, name }))}
        first={jsoned({ inbox, queue, offers, presence })}
        initial={initial}
      />
    </StaffFrame>
  );
}

async function snapshotOf(actor: Actor, id: number, locale: Locale): Promise<Snapshot | null> {
  const view = await getConversation(actor, id);
  if (!view) return null;
  // Staff can ask for themselves: then they are the asker, and this is not the place for it.
  if (view.side === "asker") redirect(href(locale, `/chat/${id}`));
  const { items } = await listMessages(actor, id);
  return { view: jsoned(view), messages: jsoned(items) };
}
