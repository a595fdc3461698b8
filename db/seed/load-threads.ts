import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, threads } from "@/db/schema";
import { postAnswer } from "@/lib/answers/post-answer";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { setRejection } from "@/lib/answers/set-rejection";
import { postComment } from "@/lib/comments/post-comment";
import { holdForReview } from "@/lib/moderation/hold-for-review";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { closeAsDuplicate } from "@/lib/threads/close-as-duplicate";
import { lockThread } from "@/lib/threads/lock-thread";
import { pinThread } from "@/lib/threads/pin-thread";
import { postThread } from "@/lib/threads/post-thread";
import { threads as seedThreads } from "./content/threads";
import type { SeedAnswer, SeedComment, SeedThread } from "./content/types";
import { loadChat } from "./load-chat";
import { crowd, loadFollowers, loadMeToos, loadVotes } from "./load-crowd";
import { after, at, before, person, type World } from "./world";

const factLabels = {
  de: { appliance: "Gerät", errorCode: "Fehlercode", programme: "Programm", bought: "Gekauft" },
  en: { appliance: "Appliance", errorCode: "Error code", programme: "Programme", bought: "Bought" },
};

/** Every thread with all that happened in it, oldest first, through the acts its people would use. */
export async function loadThreads(tx: Tx, world: World, told: (done: number, all: number) => void): Promise<void> {
  const oldestFirst = [...seedThreads].sort((a, b) => b.agoMinutes - a.agoMinutes);
  for (const [index, thread] of oldestFirst.entries()) {
    await loadThread(tx, world, thread);
    told(index + 1, oldestFirst.length);
  }
  for (const thread of oldestFirst) await closeThread(tx, world, thread);
  await linkBodies(tx, world);
}

async function loadThread(tx: Tx, world: World, seed: SeedThread): Promise<void> {
  const author = person(world, seed.author);
  const createdAt = before(world, seed.agoMinutes);
  const facts = Object.entries(seed.facts ?? {}).map(([key, value]) => ({ label: factLabels[seed.locale][key as "appliance"], value }));
  const { id, slug } = await at(createdAt, () =>
    postThread(
      // Nobody waits for a moderator in the sample unless the sample says so.
      { ...author, trust: "known" },
      { title: seed.title, body: seed.body, category: seed.category, tags: seed.tags, kind: seed.kind, locale: seed.locale, facts, tried: seed.tried ?? [] },
      tx,
    ),
  );
  const entry = { id, slug, answerIds: [] as number[], chatAnswerId: null as number | null, createdAt };
  world.threads.set(seed.key, entry);
  for (const comment of seed.comments ?? []) await loadComment(tx, world, { threadId: id }, comment, createdAt);
  for (const answer of seed.answers) entry.answerIds.push(await loadAnswer(tx, world, id, answer, createdAt));
  if (seed.chat) entry.chatAnswerId = await loadChat(tx, world, seed, id, createdAt);
  const solution = seed.accepted === "chat" ? entry.chatAnswerId : seed.accepted === undefined ? null : entry.answerIds[seed.accepted];
  if (solution) {
    await at(after(world, createdAt, seed.acceptedAfterMinutes ?? 60), () => setAcceptance(author, solution, true, tx));
  }
  for (const [index, answer] of seed.answers.entries()) {
    const answerId = entry.answerIds[index];
    if (answer.rejected && answerId) await at(after(world, createdAt, answer.afterMinutes + 60), () => setRejection(author, { id: answerId, rejected: true }, tx));
  }
  const soon = after(world, createdAt, 45);
  if (seed.kind === "question") await loadMeToos(tx, id, crowd(world, author, seed.meToo ?? 0, id), soon);
  await loadFollowers(tx, id, crowd(world, author, seed.followers ?? 0, id + 7), soon);
}

async function loadAnswer(tx: Tx, world: World, threadId: number, seed: SeedAnswer, start: Date): Promise<number> {
  const author = person(world, seed.author);
  const { id } = await at(after(world, start, seed.afterMinutes), () => postAnswer({ ...author, trust: "known" }, { threadId, body: seed.body }, tx));
  for (const comment of seed.comments ?? []) await loadComment(tx, world, { answerId: id }, comment, start);
  const voters = crowd(world, author, (seed.helpful ?? 0) + (seed.notHelpful ?? 0), id);
  await loadVotes(tx, voters, seed.helpful ?? 0, { answerId: id, threadId }, after(world, start, seed.afterMinutes + 30));
  return id;
}

async function loadComment(tx: Tx, world: World, target: { threadId: number } | { answerId: number }, seed: SeedComment, start: Date): Promise<void> {
  await at(after(world, start, seed.afterMinutes), () => postComment({ ...person(world, seed.author), trust: "known" }, { ...target, body: seed.body }, tx));
}

/** Decisions of staff come last: a locked or hidden thread takes nothing more. */
async function closeThread(tx: Tx, world: World, seed: SeedThread): Promise<void> {
  const entry = world.threads.get(seed.key);
  if (!entry) return;
  const { id } = entry;
  const manager = person(world, "lena-hartmann");
  if (seed.pinned) await pinThread(manager, { id, pinned: true }, tx);
  if (seed.duplicateOf) {
    const { by, afterMinutes, key } = seed.duplicateOf;
    const original = world.threads.get(key);
    if (original) await at(after(world, entry.createdAt, afterMinutes), () => closeAsDuplicate(person(world, by), { id, duplicateOf: original.id }, tx));
  }
  if (seed.locked) {
    const { by, afterMinutes, reason } = seed.locked;
    await at(after(world, entry.createdAt, afterMinutes), () => lockThread(person(world, by), { id, locked: true, reason }, tx));
  }
  if (seed.heldForReview) {
    await changeThreadStatus(tx, manager, id, "held");
    await holdForReview(tx, { kind: "thread", id });
  }
}

/** Links to other threads and guides of the sample, now that everything has an address. */
export async function linkBodies(tx: Tx, world: World): Promise<void> {
  const link = (body: string) =>
    body.replace(/\((thread|article):([a-z0-9-]+)\)/g, (whole, kind: string, key: string) => {
      const entry = kind === "thread" ? world.threads.get(key) : world.articles.get(key);
      return entry ? `(/${kind === "thread" ? "t" : "kb"}/${entry.id}/${entry.slug})` : whole;
    });
  for (const table of [threads, answers] as const) {
    const rows = await tx.select({ id: table.id, body: table.body }).from(table);
    for (const { id, body } of rows) {
      const linked = link(body);
      if (linked !== body) await tx.update(table).set({ body: linked, bodyHtml: renderMarkdown(linked).html }).where(eq(table.id, id));
    }
  }
}
