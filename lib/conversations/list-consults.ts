import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Member } from "@/lib/members/actor";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import type { ConsultRow, ConversationView } from "./conversation-view";

const SHOWN_CHARS = 160;

type Row = { id: string; title: string; body: string; asked_by: string | null; created_at: string; due_at: string };

/** What colleagues ask this one or their departments and nobody has answered, the most urgent first. */
export async function listConsults({ id: memberId, departments }: Pick<Member, "id" | "departments">): Promise<ConsultRow[]> {
  const { rows } = await db.execute<Row>(sql`
    select consults.conversation_id as id, threads.title, messages.body, members.display_name as asked_by, consults.created_at, due_at
    from consults
    join conversations on conversations.id = consults.conversation_id and conversations.state not in ('closed', 'left', 'answered')
    join threads on threads.id = thread_id
    join messages on messages.conversation_id = consults.conversation_id and messages.seq = consults.seq
    left join members on members.id = asked_by_id
    where (consults.department_id = any(${sql.param(departments)}::bigint[]) or consults.member_id = ${memberId}) and answered_at is null
    order by due_at, consults.id limit 50`);
  return rows.map(({ id, title, body, asked_by, created_at, due_at }) => ({
    conversationId: Number(id),
    title,
    question: excerpt(body, SHOWN_CHARS),
    askedBy: asked_by,
    askedAt: new Date(created_at),
    dueAt: new Date(due_at),
  }));
}

/** Whom the notes of one conversation ask who have not answered yet, the most urgent first. */
export async function readAsked(conversationId: number): Promise<ConversationView["asked"]> {
  const { rows } = await db.execute<{ en: string; de: string; due_at: string }>(sql`
    select coalesce(departments.name_en, members.display_name) as en, coalesce(departments.name_de, members.display_name) as de, due_at
    from consults
    left join departments on departments.id = consults.department_id
    left join members on members.id = consults.member_id
    where conversation_id = ${conversationId} and answered_at is null
    order by due_at, consults.id`);
  return rows.map(({ due_at, ...name }) => ({ name, dueAt: new Date(due_at) }));
}
