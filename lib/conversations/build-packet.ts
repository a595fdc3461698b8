import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import type { FoundThread } from "@/lib/threads/find-thread";
import { deviceFrom } from "./device-from";
import { type MissingFact, missingFacts, type Packet, type PacketAnswer, type PacketPart } from "./packet";
import { readAskerTraces } from "./read-asker-traces";
import { readSimilarSolved } from "./read-similar-solved";
import { summarize } from "./summarize";

const ANSWER_CHARS = 600;

/** Everything the asker has told, tried and looked for, so that nobody asks them again. Frozen once stored. */
export async function buildPacket(
  tx: Pick<Tx, "execute">,
  asker: Member,
  thread: FoundThread,
  { hidden = [], userAgent = "" }: { hidden?: readonly PacketPart[]; userAgent?: string } = {},
): Promise<Packet> {
  // One after the other: a transaction has one connection.
  const about = await readAbout(tx, asker, thread);
  const answers = await readAnswers(tx, thread);
  const traces = await readAskerTraces(tx, asker, thread);
  const similarSolved = await readSimilarSolved(tx, asker, thread);
  const facts = thread.facts.map(({ label, value }) => ({ label, value }));
  const whole: Packet = {
    version: 1,
    frozenAt: now().toISOString(),
    summary: summarize(thread.title, plainText(thread.body)),
    ...about,
    facts,
    tried: thread.tried,
    answers,
    answerCount: thread.answerCount,
    commentCount: thread.commentCount,
    ...traces,
    device: deviceFrom(userAgent),
    similarSolved,
    meToo: thread.meTooCount,
    missing: missingFrom(thread),
    hidden: [...hidden],
  };
  return withhold(whole);
}

/** What the asker keeps back is not stored at all. */
function withhold(packet: Packet): Packet {
  const empty = { facts: [], tried: [], searches: [], articles: [], device: null, earlier: [] } satisfies Record<PacketPart, unknown>;
  return { ...packet, ...Object.fromEntries(packet.hidden.map((part) => [part, empty[part]])) };
}

const patterns: Record<Exclude<MissingFact, "tried">, RegExp> = {
  product: /ger[äa]t|modell?|appliance|product|produkt|machine|maschine/i,
  errorCode: /fehler|error|code|anzeige/i,
  bought: /kauf|bought|purchase|seit|since|alter|age/i,
};

function missingFrom({ facts, tried }: FoundThread): MissingFact[] {
  const known = (pattern: RegExp) => facts.some(({ label }) => pattern.test(label));
  return missingFacts.filter((fact) => (fact === "tried" ? tried.length === 0 : !known(patterns[fact])));
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

type AnswerRow = {
  id: string;
  author: string;
  staff: boolean;
  body: string;
  score: number;
  accepted: boolean;
  rejected: boolean;
  created_at: string;
};

async function readAnswers(tx: Pick<Tx, "execute">, thread: FoundThread): Promise<PacketAnswer[]> {
  const { rows } = await tx.execute<AnswerRow>(sql`
    select answers.id, members.display_name as author, members.role in ('agent', 'manager', 'admin') as staff, body, score,
      accepted_at is not null as accepted, rejected_at is not null as rejected, answers.created_at
    from answers join members on members.id = author_id
    where thread_id = ${thread.id} and status = 'published' order by answers.id limit 50`);
  return rows.map((row) => ({
    id: Number(row.id),
    url: `/t/${thread.id}/${thread.slug}#answer-${row.id}`,
    author: row.author,
    staff: row.staff,
    text: excerpt(plainText(row.body), ANSWER_CHARS),
    score: row.score,
    reaction: row.accepted ? "accepted" : row.rejected ? "rejected" : null,
    at: new Date(row.created_at).toISOString(),
  }));
}
