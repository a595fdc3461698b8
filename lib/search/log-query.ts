import { sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Actor, memberId } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { cleanQuery } from "./clean-query";
import { whose } from "./whose";

const keystrokesMs = 30_000;
/** Who deletes down to less is emptying the field, not looking for that. */
const fewestLetters = 3;

type Asked = {
  text: string;
  locale: Locale;
  hits: number;
  engine: string;
  voice?: string;
  /** When it was asked: of two that overtake each other the later one is the last word. */
  at?: Date;
};

/** One at a time of each person: two key presses at once must not become two searches. */
const tails = singleton("search.log", () => new Map<string, Promise<void>>());

/**
 * Keeps what was looked for. Key presses of the same person within 30 seconds, each going on from the one
 * before, are one search with the last text; emptying the field does not take away what stood in it. A log that
 * can't be written never fails a search.
 */
export async function logQuery(actor: Actor, { text, at = now(), ...asked }: Asked): Promise<void> {
  const query = cleanQuery(text);
  if (query === "" || actor.kind === "system") return;
  const key = `${memberId(actor)} ${asked.voice ?? ""}`;
  const tail = (tails.get(key) ?? Promise.resolve()).then(() => write(actor, query, at, asked));
  tails.set(key, tail);
  await tail;
  if (tails.get(key) === tail) tails.delete(key);
}

async function write(actor: Actor, query: string, asked: Date, { locale, hits, engine, voice }: Omit<Asked, "text" | "at">): Promise<void> {
  const member = memberId(actor);
  const who = member === null ? (voice ?? null) : null;
  const at = asked.toISOString();
  const tookMs = Math.max(0, Math.round(now().getTime() - asked.getTime()));
  try {
    await db.execute(sql`${kept}
      with last as (
        select id, query, created_at, starts_with(lower(${query}), lower(query)) as longer,
          starts_with(lower(query), lower(${query})) and length(${query}) >= ${fewestLetters} and created_at <= ${at}::timestamptz as shorter,
          starts_with(lower(query), lower(${query})) as beginning
        from search_queries
        where ${whose(member, who)} and clicked = '[]'
          and created_at > ${new Date(asked.getTime() - keystrokesMs).toISOString()}::timestamptz
        order by id desc limit 1
      ), going_on as (
        update search_queries set
          query = case when longer or shorter then ${query} else search_queries.query end,
          locale = ${locale},
          hits = case when longer or shorter then ${hits} else hits end,
          engine = case when longer or shorter then ${engine} else engine end,
          took_ms = case when longer or shorter then ${tookMs} else took_ms end,
          typed_ms = typed_ms + greatest(0, extract(epoch from ${at}::timestamptz - last.created_at) * 1000)::int,
          created_at = greatest(last.created_at, ${at}::timestamptz)
        from last where search_queries.id = last.id and (longer or beginning)
        returning search_queries.id
      )
      insert into search_queries (member_id, voice, query, locale, hits, engine, took_ms, created_at)
      select ${member}::bigint, ${who}::text, ${query}, ${locale}::locale, ${hits}, ${engine}, ${tookMs}, ${at}::timestamptz
      where not exists (select 1 from going_on)`);
  } catch (error) {
    log.error("search query could not be kept", error);
  }
}
