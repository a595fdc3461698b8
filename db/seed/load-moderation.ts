import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cases } from "@/db/schema";
import { decideCase } from "@/lib/moderation/decide-case";
import { flagPost } from "@/lib/moderation/flag-post";
import { flags } from "./content/flags";
import { threads as seedThreads } from "./content/threads";
import { after, at, person, type World } from "./world";

const reasons = { spam: "spam", rude: "rude", privateData: "private", dangerous: "dangerous", offTopic: "off_topic", other: "other" } as const;

/** Flags, and what staff decided about them. */
export async function loadModeration(tx: Tx, world: World): Promise<void> {
  for (const flag of flags) {
    const thread = world.threads.get(flag.thread);
    if (!thread) throw new Error(`no thread ${flag.thread}`);
    const targetKind = flag.answer === undefined ? ("thread" as const) : ("answer" as const);
    const targetId = flag.answer === undefined ? thread.id : (thread.answerIds[flag.answer] ?? 0);
    await at(after(world, thread.createdAt, flag.afterMinutes), () =>
      flagPost(person(world, flag.by), { targetKind, targetId, reason: reasons[flag.reason], note: flag.note ?? "" }, tx),
    );
    const { decision } = flag;
    if (!decision) continue;
    const [open] = await tx.select({ id: cases.id }).from(cases).where(and(eq(cases.targetKind, targetKind), eq(cases.targetId, targetId), eq(cases.state, "pending")));
    if (!open) continue;
    const action = decision.action === "uphold" ? "hide" : "keep";
    await at(after(world, thread.createdAt, decision.afterMinutes), () => decideCase(person(world, decision.by), open.id, { action, reason: decision.reason }, tx));
  }
  for (const seed of seedThreads) {
    const thread = world.threads.get(seed.key);
    if (!seed.hidden || !thread || flags.some((flag) => flag.thread === seed.key && flag.decision?.action === "uphold")) continue;
    const { by, reason, afterMinutes } = seed.hidden;
    await at(after(world, thread.createdAt, afterMinutes), async () => {
      await flagPost(person(world, by), { targetKind: "thread", targetId: thread.id, reason: "spam" }, tx);
      const [open] = await tx.select({ id: cases.id }).from(cases).where(and(eq(cases.targetKind, "thread"), eq(cases.targetId, thread.id), eq(cases.state, "pending")));
      if (open) await decideCase(person(world, by), open.id, { action: "hide", reason }, tx);
    });
  }
}
