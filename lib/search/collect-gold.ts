import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { mailMask, numberMask } from "@/lib/platform/mask-personal";

const clicksForMs = 28 * 86_400_000;
/** A click proves little. So many people, and this share of those who opened anything, make a proposal; more make a pair. */
const proposal = { people: 3, share: 0.6 };
const certain = { people: 5, share: 0.8 };

/**
 * Nightly: pairs of words and the document that answers them, from what people did. "That's it" and closings as a
 * duplicate count at once. A click counts when it was the last one of its search, nothing was asked afterwards, and
 * several people who looked for the same ended there. What a manager decided stays as it is.
 */
export async function collectGold(): Promise<void> {
  await inTransaction(async (tx) => {
    const at = sql`${now().toISOString()}::timestamptz`;
    await tx.execute(sql`
      with said as (
        select coalesce(s.locale, d.locale) as locale, s.title as query, d.kind, d.doc_id, count(*)::int as votes
        from suggestion_outcomes s
        cross join lateral (
          select case when s.thread_id is not null then 'thread' else s.opened->-1->>'kind' end as kind,
            coalesce(s.thread_id, (s.opened->-1->>'id')::bigint) as id
        ) as helped
        join search_documents d on d.kind = helped.kind and d.doc_id = helped.id and not d.meili_deleted
        where s.outcome = 'left_satisfied' and length(s.title) between 3 and 300
        group by 1, 2, 3, 4
      )
      ${keep(sql`said`, sql`'thats_it'`, sql`'accepted'::gold_state`, at)}`);
    await tx.execute(sql`
      with closed as (
        select t.locale, t.title as query, 'thread' as kind, t.duplicate_of_id as doc_id, count(*)::int as votes
        from threads t join search_documents d on d.kind = 'thread' and d.doc_id = t.duplicate_of_id and not d.meili_deleted
        where t.duplicate_of_id is not null and t.status = 'published' and length(t.title) between 3 and 300
        group by 1, 2, 3, 4
      )
      ${keep(sql`closed`, sql`'duplicate'`, sql`'accepted'::gold_state`, at)}`);
    const since = new Date(now().getTime() - clicksForMs).toISOString();
    await tx.execute(sql`
      with ends as (
        select locale, lower(query) as query, clicked->>-1 as key, coalesce(member_id::text, voice, 'q' || id) as who
        from search_queries
        where created_at > ${since}::timestamptz and clicked <> '[]' and ended_in is null
          and position(${mailMask} in query) = 0 and position(${numberMask} in query) = 0 and length(query) between 3 and 300
      ), counted as (
        select locale, query, key, count(distinct who)::int as people, sum(count(distinct who)) over (partition by locale, query) as everybody
        from ends group by locale, query, key
      ), clicks as (
        select counted.locale, query, d.kind, d.doc_id, people as votes, people >= ${certain.people} and people >= ${certain.share} * everybody as certain
        from counted join search_documents d on d.kind = split_part(key, ':', 1) and d.doc_id = split_part(key, ':', 2)::bigint and not d.meili_deleted
        where people >= ${proposal.people} and people >= ${proposal.share} * everybody
      )
      ${keep(sql`clicks`, sql`'click'`, sql`case when certain then 'accepted' else 'proposed' end::gold_state`, at)}`);
  });
}

function keep(from: ReturnType<typeof sql>, source: ReturnType<typeof sql>, state: ReturnType<typeof sql>, at: ReturnType<typeof sql>) {
  return sql`
    insert into gold_pairs (locale, query, kind, doc_id, source, votes, state, created_at)
    select locale, query, kind, doc_id, ${source}, votes, ${state}, ${at} from ${from}
    on conflict (locale, lower(query), kind, doc_id) do update set
      votes = greatest(gold_pairs.votes, excluded.votes),
      state = case when gold_pairs.decided_at is null and excluded.state = 'accepted' then excluded.state else gold_pairs.state end
    where gold_pairs.votes < excluded.votes or gold_pairs.state <> excluded.state`;
}
