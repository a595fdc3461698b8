import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Actor, memberId } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

const keystrokesMs = 30_000;
const longest = 300;

type Asked = { text: string; locale: Locale; hits: number; engine: string; voice?: string };

/**
 * Keeps what was looked for. Key presses of the same person within 30 seconds, each going on from the one
 * before, are one search. A log that can't be written never fails a search.
 */
export async function logQuery(actor: Actor, { text, locale, hits, engine, voice }: Asked): Promise<void> {
  const query = text
    .replace(/[\p{Cc}\p{Surrogate}\s]+/gu, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "");
  if (query === "" || actor.kind === "system") return;
  const member = memberId(actor);
  const who = member === null ? (voice ?? null) : null;
  const at = now().toISOString();
  try {
    await db.execute(sql`
      with last as (
        select id, query from search_queries
        where ${member === null ? (who === null ? sql`false` : sql`voice = ${who}`) : sql`member_id = ${member}`}
          and created_at > ${new Date(Date.parse(at) - keystrokesMs).toISOString()}::timestamptz
        order by id desc limit 1
      ), going_on as (
        update search_queries set query = ${query}, locale = ${locale}, hits = ${hits}, engine = ${engine}, created_at = ${at}::timestamptz
        from last where search_queries.id = last.id and (starts_with(lower(${query}), lower(last.query)) or starts_with(lower(last.query), lower(${query})))
        returning search_queries.id
      )
      insert into search_queries (member_id, voice, query, locale, hits, engine, created_at)
      select ${member}::bigint, ${who}::text, ${query}, ${locale}::locale, ${hits}, ${engine}, ${at}::timestamptz
      where not exists (select 1 from going_on)`);
  } catch (error) {
    log.error("search query could not be kept", error);
  }
}
