import { sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import { type Actor, memberId } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { cleanQuery } from "./clean-query";
import { whose } from "./whose";

const clickInput = z.object({
  query: z.string().max(10_000),
  key: z.string().regex(/^(?:thread|article):[1-9]\d{0,14}$/),
  voice: z.string().max(100).optional(),
});

/** A result is opened from the search it stands in, at most so long ago. */
const patienceMs = 30 * 60_000;
const mostClicks = 10;

/** Notes that a result was opened, on the searcher's own search with these words; nothing when there is none. */
export async function recordClick(actor: Actor, input: unknown, outer?: Tx): Promise<{ noted: boolean }> {
  const { query, key, voice } = parseInput(clickInput, input);
  const since = new Date(now().getTime() - patienceMs).toISOString();
  const member = memberId(actor);
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      update search_queries set clicked = clicked || to_jsonb(${key}::text)
      where id = (
        select id from search_queries
        where ${whose(member, member === null ? (voice ?? null) : null)} and created_at > ${since}::timestamptz and lower(query) = lower(${cleanQuery(query)})
        order by id desc limit 1
      ) and jsonb_array_length(clicked) < ${mostClicks} and clicked->-1 is distinct from to_jsonb(${key}::text)`);
    return { noted: rowCount === 1 };
  }, outer);
}
