import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { agentPresence, cases, expertTopics, mails, members, searchQueries } from "@/db/schema";
import { createArticle } from "@/lib/articles/create-article";
import { editArticle } from "@/lib/articles/edit-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { deleteAnswer } from "@/lib/answers/delete-answer";
import { postComment } from "@/lib/comments/post-comment";
import { postMessage } from "@/lib/conversations/post-message";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { uploadFile } from "@/lib/files/upload-file";
import { type Member, system } from "@/lib/members/actor";
import { createAccessToken } from "@/lib/members/create-access-token";
import { decideCase } from "@/lib/moderation/decide-case";
import { flagPost } from "@/lib/moderation/flag-post";
import { sanctionMember } from "@/lib/moderation/sanction-member";
import { changePostStatus } from "@/lib/moderation/target";
import { setPresence } from "@/lib/presence/set-presence";
import { reviewPublication } from "@/lib/publications/review-publication";
import { takeConversation } from "@/lib/queue/take-conversation";
import { deleteThread } from "@/lib/threads/delete-thread";
import { editThread } from "@/lib/threads/edit-thread";
import type { PostKind } from "@/lib/threads/thread-view";
import { pixel } from "./pixel";
import { makeAnswer, makeCategory, makeDepartment, makeMember, makeThread } from "./factories";
import { makeVideo } from "./make-video";

export const roles = ["visitor", "member", "other", "asker", "foreignAgent", "agent", "manager"] as const;
export type CanaryRole = (typeof roles)[number];

/** A text that must stay with those who may know it. */
export type Canary = { text: string; what: string; for: readonly CanaryRole[] };

const staff: CanaryRole[] = ["foreignAgent", "agent", "manager"];
const desk: CanaryRole[] = ["agent", "manager"];

/**
 * A community in which every kind of hidden content carries a text found nowhere else. Everything is made by
 * the acts, as the people of the story; `people` are those who then look for what is not theirs.
 */
export async function plantCanaries() {
  const canaries: Canary[] = [];
  const canary = (what: string, who: readonly CanaryRole[]): string => {
    const text = `zq${what.replace(/[^a-z]/gi, "").toLowerCase().slice(0, 14)}${letters(10)}`;
    canaries.push({ text, what, for: who });
    return text;
  };
  const mark = letters(5);
  const departments = { home: (await makeDepartment({ slug: `desk-${mark}` })).id, foreign: (await makeDepartment({ slug: `other-${mark}` })).id };
  const open = await makeCategory({ slug: `open-${mark}`, departmentId: departments.home });
  const inside = await makeCategory({ slug: `inside-${mark}`, audience: "members", nameEn: canary("name of a members category", ["member", "other", "asker", ...staff]) });
  const back = await makeCategory({ slug: `back-${mark}`, audience: "staff", nameEn: canary("name of a staff category", staff) });
  const person = (name: CanaryRole, wishes = {}) =>
    makeMember({ name: `${name.toLowerCase()}-${mark}`, email: `${canary(`address of ${name}`, [name, ...staff])}@example.test`, ...wishes });
  const people = {
    member: await person("member"),
    other: await person("other"),
    asker: await person("asker"),
    foreignAgent: await person("foreignAgent", { role: "agent", departments: [departments.foreign] }),
    agent: await person("agent", { role: "agent", departments: [departments.home] }),
    manager: await person("manager", { role: "manager" }),
  };
  const { asker, other, agent, manager, member } = people;
  await inTransaction(async (tx) => {
    await tx.insert(agentPresence).values({ memberId: agent.id, capacity: 5 });
    await tx.insert(expertTopics).values({ memberId: other.id, categoryId: back.id });
  });

  // What everybody may see, and what hangs on it.
  const welcome = await makeThread(asker, { category: open.slug, title: `A drum that hums ${mark}`, body: "It hums and hums.", tags: ["humming"] });
  const answerId = await makeAnswer(other, welcome.id, `Level the feet first ${mark}.`);
  const comment = await postComment(member, { answerId, body: `Thanks, that was it ${mark}.` });

  // Posts in every state that hides them, by the asker.
  const hiddenStates = [
    ["held", ["asker", ...staff]],
    ["hidden", ["asker", ...staff]],
    ["deleted", ["asker", "manager"]],
  ] as const;
  const hidden: Record<string, { threadId: number; answerId: number; commentId: number }> = {};
  for (const [status, who] of hiddenStates) {
    const thread = await makeThread(asker, {
      category: open.slug,
      title: `A thread ${canary(`${status} title`, who)} of mine`,
      body: `Body ${canary(`${status} body`, who)}`,
      tags: [canary(`${status} tag`, ["asker", ...staff])],
      facts: [{ label: "Machine", value: canary(`${status} fact`, who) }],
    });
    const answer = await makeAnswer(asker, welcome.id, `Answer ${canary(`${status} answer`, who)}`);
    const note = await postComment(asker, { answerId, body: `Comment ${canary(`${status} comment`, who)}` });
    const posts: [PostKind, number][] = [["thread", thread.id], ["answer", answer], ["comment", note.id]];
    for (const [kind, id] of posts) {
      await inTransaction((tx) => changePostStatus(tx, system("canaries"), { kind, id }, status, canary(`${status} ${kind} cause`, ["asker", ...staff])));
    }
    hidden[status] = { threadId: thread.id, answerId: answer, commentId: note.id };
  }
  // What a post said before it was edited, and what was taken away by its author.
  const edited = await makeThread(other, { category: open.slug, title: `Which ${canary("title before an edit", ["other", ...staff])} is it?`, body: `Was ${canary("body before an edit", ["other", ...staff])}` });
  await editThread(other, { id: edited.id, title: `Which detergent is it ${mark}?`, body: "Nothing to see any more." });
  const withdrawn = await makeThread(other, { category: open.slug, title: `Never mind ${canary("withdrawn title", ["other", "manager"])}`, body: canary("withdrawn body", ["other", "manager"]) });
  await deleteThread(other, { id: withdrawn.id, reason: canary("reason to withdraw", ["other", ...staff]) });
  const gone = await makeAnswer(other, welcome.id, `Gone ${canary("withdrawn answer", ["other", "manager"])}`);
  await deleteAnswer(other, { id: gone });

  // Categories that not everybody sees.
  const membersOnly = ["member", "other", "asker", ...staff] as const;
  const forMembers = await makeThread(other, { category: inside.slug, title: `Inside ${canary("members title", membersOnly)}`, body: canary("members body", membersOnly), tags: [canary("members tag", membersOnly)] });
  const forStaff = await makeThread(agent, { category: back.slug, title: `Among us ${canary("staff title", staff)}`, body: canary("staff body", staff), tags: [canary("staff tag", staff)] });
  await makeAnswer(manager, forStaff.id, canary("staff answer", staff));

  // Guides on their way.
  const guide = (what: string, category = open.slug, who: readonly CanaryRole[] = staff) => ({
    title: `Guide ${canary(`${what} guide title`, who)}`,
    summary: canary(`${what} guide summary`, who),
    body: `Text ${canary(`${what} guide body`, who)}`,
    locale: "en" as const,
    category,
  });
  const articleIds: Record<string, number> = {};
  for (const [what, ...steps] of [["draft"], ["in_review", "in_review"], ["approved", "in_review", "approved"], ["archived", "published", "archived"]] as const) {
    const { id } = await createArticle(agent, guide(what));
    for (const to of steps) await transitionArticle(manager, id, { to });
    articleIds[what] = id;
  }
  const staffGuide = await createArticle(agent, guide("staff category", back.slug));
  await transitionArticle(manager, staffGuide.id, { to: "published" });
  for (const [what, id] of [...Object.entries(articleIds), ["staff category", staffGuide.id] as const]) {
    await makeVideo(agent, id, { title: `Film ${canary(`${what} video title`, staff)}`, said: `Now ${canary(`${what} spoken words`, staff)}.` });
  }
  const live = await createArticle(agent, { title: `How to descale ${mark}`, summary: "In ten minutes.", body: "Pour and wait.", locale: "en", category: open.slug });
  await transitionArticle(agent, live.id, { to: "published" });
  await editArticle(agent, live.id, { title: `How to ${canary("staged title", staff)}`, body: canary("staged body", staff), summary: canary("staged summary", staff) });

  // A conversation: messages, notes, its packet, a picture, words for the thread that nobody agreed to yet.
  const talkers: CanaryRole[] = ["asker", ...desk];
  const subject = await makeThread(asker, { category: open.slug, title: `The door stays shut ${mark}`, body: "It clicks twice.", tried: ["Pulled"] });
  await setPresence(agent, { state: "online" });
  await db.insert(searchQueries).values({ memberId: asker.id, query: `door ${canary("words searched for", [...talkers, "foreignAgent"])}`, locale: "en", hits: 0, engine: "postgres" });
  // A message instead of a chat: it stays with its agent however long the test takes.
  const { conversationId } = await escalateThread(asker, subject.id, { choice: "message" });
  await takeConversation(agent, conversationId);
  const say = (author: Member, body: string, more = {}) => postMessage(author, conversationId, { clientId: randomUUID(), body, ...more });
  await say(asker, `Hello ${canary("message of the asker", talkers)}`);
  await say(agent, `Good day ${canary("message of the agent", talkers)}`);
  await say(agent, `Careful ${canary("note", desk)}`, { visibility: "staff" });
  const picture = await uploadFile(asker, { name: `${canary("file name", talkers)}.png`, data: pixel(), conversationId });
  await reviewPublication(agent, conversationId, { seqs: [1], body: `Pull gently ${canary("unconsented words", talkers)}` });

  // Moderation: notes of those who flag, reasons for authors.
  const rude = await makeAnswer(asker, welcome.id, `Get lost ${canary("flagged and hidden answer", ["asker", ...staff])}`);
  await flagPost(member, { targetKind: "answer", targetId: rude, reason: "rude", note: canary("note of a flag", ["member", ...staff]) });
  const [pending] = await db.select({ id: cases.id }).from(cases).where(eq(cases.targetId, rude));
  if (!pending) throw new Error("no case");
  await decideCase(manager, pending.id, { action: "hide", reason: `Rule two ${canary("reason of a decision", ["asker", ...staff])}` });
  await flagPost(other, { targetKind: "thread", targetId: welcome.id, reason: "spam", note: canary("note of an open flag", ["other", ...staff]) });
  await sanctionMember(manager, { member: asker.name, kind: "warning", rule: "Be kind", reason: `Second time ${canary("reason of a sanction", ["asker", ...staff])}` });

  // Letters and secrets of an account.
  await db.insert(mails).values({
    toAddress: "somebody@example.test",
    memberId: asker.id,
    locale: "en",
    kind: "notification",
    subject: `About ${canary("subject of a letter", ["asker", ...staff])}`,
    text: canary("text of a letter", ["asker", ...staff]),
    html: "<p></p>",
    state: "kept",
  });
  const tokens: Record<string, string> = {};
  for (const [name, who] of Object.entries(people)) {
    tokens[name] = (await createAccessToken(who, { name: canary(`token name of ${name}`, [name as CanaryRole]) })).token;
  }
  await db.update(members).set({ passwordHash: canary("password hash", []) }).where(eq(members.id, asker.id));

  return {
    mark,
    canaries,
    people,
    tokens: tokens as Record<Exclude<CanaryRole, "visitor">, string>,
    categories: { open: open.slug, inside: inside.slug, back: back.slug },
    departments,
    ids: {
      welcome: welcome.id, answer: answerId, comment: comment.id, edited: edited.id, withdrawn: withdrawn.id, forMembers: forMembers.id, forStaff: forStaff.id,
      subject: subject.id, conversation: conversationId, file: picture.id, rude, case: pending.id, live: live.id, staffGuide: staffGuide.id,
    },
    hidden,
    articles: articleIds,
  };
}

export type CanaryWorld = Awaited<ReturnType<typeof plantCanaries>>;

/** Which canaries `role` must not see but which stand in `text`; encodings that hide them are looked through. */
export function leaksIn(text: string, role: CanaryRole, { canaries }: Pick<CanaryWorld, "canaries">): string[] {
  const plain = text.toLowerCase();
  return canaries.filter((canary) => !canary.for.includes(role) && plain.includes(canary.text)).map(({ what }) => what);
}

function letters(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join("");
}
