import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { AGENTS, type CutPeople } from "./cut-people";

export type Differences = {
  lost: number;
  doubled: number;
  disordered: number;
  missing: number;
  written: number;
};

/** What was written, what is stored, and what each screen shows, against each other. */
export async function findDifferences({ visitors, agents, chats }: CutPeople): Promise<Differences> {
  const { rows } = await db.execute<{
    conversation_id: string;
    seq: number;
    body: string;
  }>(sql`select conversation_id, seq, body from messages where kind = 'text' order by conversation_id, seq`);
  const stored = new Map(chats.map((id) => [id, rows.filter((row) => Number(row.conversation_id) === id)]));
  const result = { lost: 0, doubled: 0, disordered: 0, missing: 0, written: 0 };
  for (const person of [...visitors, ...agents]) {
    result.written += person.written.length;
    for (const { conversationId, body } of person.written) {
      const found = stored.get(conversationId)?.filter((row) => row.body === body).length ?? 0;
      if (found === 0) result.lost += 1;
      if (found > 1) result.doubled += 1;
    }
  }
  for (const [index, chat] of chats.entries()) {
    const log = stored.get(chat) ?? [];
    const visitor = visitors[index];
    const own = visitor?.written.map(({ body }) => body) ?? [];
    const turns = log.map(({ body }) => own.indexOf(body)).filter((turn) => turn >= 0);
    if (turns.some((turn, at) => at > 0 && turn < (turns[at - 1] ?? 0))) result.disordered += 1;
    for (const person of [visitor, agents[index % AGENTS]])
      result.missing += log.filter(({ seq, body }) => person?.shown.get(chat)?.get(seq) !== body).length;
  }
  return result;
}
