import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import type { Packet, PacketAnswer } from "./packet";

const ANSWER_CHARS = 600;

type Row = { slug: string; answer_count: number; comment_count: number; answer: AnswerRow | null };
type AnswerRow = { id: number; author: string; staff: boolean; body: string; score: number; accepted: boolean; rejected: boolean; at: string };

/** What was answered to a question, and what its asker said to it. */
export async function readPublicPart(tx: Pick<Tx, "execute">, threadId: number): Promise<Pick<Packet, "answers" | "answerCount" | "commentCount">> {
  const { rows } = await tx.execute<Row>(sql`
    select threads.slug, threads.answer_count, threads.comment_count,
      case when answers.id is not null then json_build_object('id', answers.id, 'author', members.display_name, 'staff', members.role in ('agent', 'manager', 'admin'),
        'body', answers.body, 'score', answers.score, 'accepted', accepted_at is not null, 'rejected', rejected_at is not null, 'at', answers.created_at) end as answer
    from threads
    left join answers on answers.thread_id = threads.id and answers.status = 'published'
    left join members on members.id = answers.author_id
    where threads.id = ${threadId} order by answers.id limit 50`);
  return {
    answers: rows.flatMap(({ slug, answer }) => (answer ? [packetAnswer(`/t/${threadId}/${slug}`, answer)] : [])),
    answerCount: rows[0]?.answer_count ?? 0,
    commentCount: rows[0]?.comment_count ?? 0,
  };
}

function packetAnswer(path: string, { id, author, staff, body, score, accepted, rejected, at }: AnswerRow): PacketAnswer {
  return {
    id,
    url: `${path}#answer-${id}`,
    author,
    staff,
    text: excerpt(plainText(body), ANSWER_CHARS),
    score,
    reaction: accepted ? "accepted" : rejected ? "rejected" : null,
    at: new Date(at).toISOString(),
  };
}
