import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations, members, offers, threads } from "@/db/schema";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { pushToMember, type Send } from "./push-to-member";

/** As long as somebody could still take it up. */
const SECONDS_KEPT = 30;

/** Offers a chat by push to an agent none of whose pages showed it. The browser that shows it says so. Runs as a job. */
export async function pushOffer({ offerId }: { offerId: number }, send?: Send): Promise<void> {
  const [offer] = await db
    .select({ agentId: offers.agentId, conversationId: offers.conversationId, title: threads.title, locale: members.locale })
    .from(offers)
    .innerJoin(conversations, eq(conversations.id, offers.conversationId))
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .innerJoin(members, eq(members.id, offers.agentId))
    .where(and(eq(offers.id, offerId), eq(offers.state, "open"), isNull(offers.seenAt)));
  if (!offer) return;
  const { agentId, locale, title } = offer;
  const payload = {
    title: site.community,
    body: translator(locale)("push.offer", { title }),
    url: href(locale, "/staff/inbox"),
    tag: `offer-${offerId}`,
    receipt: `/api/v1/offers/${offerId}/seen`,
  };
  await pushToMember(agentId, payload, SECONDS_KEPT, send);
}
