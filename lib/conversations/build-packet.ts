import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { plainText } from "@/lib/platform/markdown/plain-text";
import type { FoundThread } from "@/lib/threads/find-thread";
import { deviceFrom } from "./device-from";
import { findMissing } from "./find-missing";
import type { Packet, PacketPart } from "./packet";
import { readAskerTraces } from "./read-asker-traces";
import { readPublicPart } from "./read-public-part";
import { readSimilarSolved } from "./read-similar-solved";
import { summarize } from "./summarize";

/** Everything the asker has told, tried and looked for, so that nobody asks them again. Frozen once stored. */
export async function buildPacket(
  tx: Pick<Tx, "execute">,
  asker: Member,
  thread: FoundThread,
  { hidden = [], userAgent = "" }: { hidden?: readonly PacketPart[]; userAgent?: string } = {},
): Promise<Packet> {
  // One after the other: a transaction has one connection.
  const about = await readAbout(tx, asker, thread);
  const publicPart = await readPublicPart(tx, thread.id);
  const traces = await readAskerTraces(tx, asker, thread);
  const similarSolved = await readSimilarSolved(tx, asker, thread);
  const text = plainText(thread.body);
  const facts = thread.facts.map(({ label, value }) => ({ label, value }));
  const whole: Packet = {
    version: 1,
    frozenAt: now().toISOString(),
    summary: summarize(thread.title, text),
    ...about,
    facts,
    tried: thread.tried,
    ...publicPart,
    ...traces,
    device: deviceFrom(userAgent),
    similarSolved,
    meToo: thread.meTooCount,
    missing: findMissing({ title: thread.title, text, facts, tried: thread.tried }),
    hidden: [...hidden],
  };
  return withhold(whole);
}

/** What the asker keeps back is not stored at all. */
function withhold(packet: Packet): Packet {
  const empty = { facts: [], tried: [], searches: [], articles: [], device: null, earlier: [] } satisfies Record<PacketPart, unknown>;
  return { ...packet, ...Object.fromEntries(packet.hidden.map((part) => [part, empty[part]])) };
}

type AboutRow = {
  verified: boolean;
  member_since: string;
  category_id: string;
  name_en: string;
  name_de: string;
  tags: string[];
};

async function readAbout(tx: Pick<Tx, "execute">, asker: Member, thread: FoundThread): Promise<Pick<Packet, "asker" | "thread">> {
  const { rows } = await tx.execute<AboutRow>(sql`
    select members.email_verified_at is not null as verified, members.created_at as member_since,
      categories.id as category_id, categories.name_en, categories.name_de,
      array(select tags.name from thread_tags join tags on tags.id = tag_id where thread_id = ${thread.id} order by 1) as tags
    from members, categories
    where members.id = ${asker.id} and categories.id = ${thread.categoryId}`);
  const row = rows[0];
  if (!row) throw new Error("no asker");
  return {
    asker: {
      id: asker.id,
      displayName: asker.displayName,
      locale: asker.locale,
      verified: row.verified,
      memberSince: new Date(row.member_since).toISOString(),
    },
    thread: {
      id: thread.id,
      url: `/t/${thread.id}/${thread.slug}`,
      title: thread.title,
      body: thread.body,
      bodyHtml: thread.bodyHtml,
      category: { id: Number(row.category_id), name: { en: row.name_en, de: row.name_de } },
      tags: row.tags,
      askedAt: thread.createdAt.toISOString(),
    },
  };
}
