import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { articleContributors, articleFeedback, articleReads, articles, threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { countArticles } from "./count-articles";
import { createArticle } from "./create-article";
import { editArticle } from "./edit-article";
import { forgetReads } from "./forget-reads";
import { getArticle } from "./get-article";
import { giveFeedback } from "./give-feedback";
import { keepArticlesFresh } from "./keep-articles-fresh";
import { listArticles } from "./list-articles";
import { listRevisions } from "./list-revisions";
import { listSourceAnswers } from "./list-source-answers";
import { promoteThread } from "./promote-thread";
import { recordRead } from "./record-read";
import { transitionArticle } from "./transition-article";

testDatabase();

let member: Member;
let helper: Member;
let agent: Member;
let manager: Member;
const content = { title: "Clean the pump filter", summary: "Ten minutes.", body: "1. **Open the flap.** It is at the bottom.", locale: "en", category: "washing" };

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  await makeCategory({ slug: "inside", audience: "staff" });
  await makeCategory({ slug: "known", audience: "members" });
  member = await makeMember();
  helper = await makeMember();
  agent = await makeMember({ role: "agent" });
  manager = await makeMember({ role: "manager" });
});

afterEach(() => setClock(null));

const stateOf = async (id: number) => (await db.select({ state: articles.state }).from(articles).where(eq(articles.id, id)))[0]?.state;
async function published(wishes: Record<string, unknown> = {}): Promise<number> {
  const { id } = await createArticle(agent, { ...content, ...wishes });
  await transitionArticle(agent, id, { to: "published" });
  return id;
}

describe("createArticle", () => {
  test("writes a draft that only staff see", async () => {
    const { id, slug } = await createArticle(agent, { ...content, tools: ["A bowl"], durationMinutes: 10 });
    expect(slug).toBe("clean-the-pump-filter");
    expect(await getArticle(agent, id)).toMatchObject({ state: "draft", tools: ["A bowl"], durationMinutes: 10, can: { edit: true }, owner: { id: agent.id } });
    for (const reader of [visitor, member]) expect(await getArticle(reader, id)).toBeNull();
    expect(await auditOf("article", id)).toEqual(["article.created"]);
  });

  test("keeps its table of contents with each revision, as its headings are anchored", async () => {
    const { id } = await createArticle(agent, { ...content, body: "# Before\n\nWater.\n\n## A & B\n\n# Before" });
    const article = await getArticle(agent, id);
    const toc = [{ id: "s-before", text: "Before", level: 2 }, { id: "s-a-b", text: "A & B", level: 3 }, { id: "s-before.2", text: "Before", level: 2 }];
    expect(article?.toc).toEqual(toc);
    for (const entry of toc) expect(article?.bodyHtml).toContain(`id="${entry.id}"`);
    await editArticle(agent, id, { body: "# After", version: article?.version ?? 0 });
    expect((await getArticle(agent, id, { staged: true }))?.toc).toEqual([{ id: "s-after", text: "After", level: 2 }]);
  });

  test("refuses members, unknown categories and texts that are too short, too long or not text", async () => {
    await expect(createArticle(member, content)).rejects.toBeInstanceOf(Forbidden);
    await expect(createArticle(visitor, content)).rejects.toBeInstanceOf(Forbidden);
    await expect(createArticle(agent, { ...content, category: "nowhere" })).rejects.toMatchObject({ fields: { category: { key: "error.category.unknown" } } });
    await expect(createArticle(agent, { ...content, title: "Pump", body: "" })).rejects.toMatchObject({ fields: { title: { key: "error.tooShort" }, body: { key: "error.required" } } });
    await expect(createArticle(agent, { ...content, body: "x".repeat(60_001) })).rejects.toBeInstanceOf(InvalidInput);
    await expect(createArticle(agent, { ...content, durationMinutes: "ten" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(createArticle(agent, { ...content, body: "No\0thing \uD800 breaks" })).resolves.toMatchObject({ id: expect.any(Number) });
  });
});

describe("editArticle", () => {
  test("stages a revision; readers see it once it is published", async () => {
    const id = await published();
    const { version } = (await getArticle(agent, id)) ?? { version: 0 };
    await editArticle(agent, id, { version, body: "1. **Pull the plug.** Then open the flap." });
    expect((await getArticle(visitor, id))?.body).toBe(content.body);
    const staged = await getArticle(agent, id, { staged: true });
    expect(staged).toMatchObject({ hasStaged: true, body: expect.stringContaining("Pull the plug"), can: { transitions: ["published", "stale"] } });
    expect((await getArticle(visitor, id, { staged: true }))?.body).toBe(content.body);
    await transitionArticle(agent, id, { to: "published" });
    expect(await getArticle(visitor, id)).toMatchObject({ hasStaged: false, body: expect.stringContaining("Pull the plug") });
    expect((await listRevisions(agent, id)).map(({ number, live }) => ({ number, live }))).toEqual([
      { number: 2, live: true },
      { number: 1, live: false },
    ]);
    expect(await searchChanges("article")).toContain(id);
    expect(await auditOf("article", id)).toEqual(["article.created", "article.published", "article.edited", "article.published"]);
  });

  test("refuses an edit that began from an older text and hands back the newer one", async () => {
    const { id } = await createArticle(agent, content);
    await editArticle(agent, id, { version: 1, body: "Theirs." });
    const late = editArticle(manager, id, { version: 1, body: "Mine." });
    await expect(late).rejects.toMatchObject({ code: "edited_meanwhile", extra: { version: 2, body: "Theirs." } });
    expect((await getArticle(agent, id))?.body).toBe("Theirs.");
  });

  test("refuses members, what is not there, and nonsense", async () => {
    const id = await published();
    await expect(editArticle(member, id, { body: "Mine now." })).rejects.toBeInstanceOf(Forbidden);
    await expect(editArticle(agent, 999_999, { body: "Mine." })).rejects.toBeInstanceOf(NotFound);
    await expect(editArticle(agent, id, { title: "No" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(editArticle(agent, id, { category: "nowhere" })).rejects.toBeInstanceOf(InvalidInput);
    await expect(listRevisions(member, id)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("promoteThread", () => {
  test("makes a draft of the chosen answers, credits their authors and links both ways once published", async () => {
    const thread = await makeThread(member, { category: "washing", title: "Pump hums but nothing drains" });
    const first = await makeAnswer(helper, thread.id, "Open the flap and take out the coin.");
    const other = await makeAnswer(agent, thread.id, "Then run a short programme.");
    const source = await listSourceAnswers(agent, thread.id);
    expect(source.answers.map(({ id }) => id).sort()).toEqual([first, other].sort());
    const { id } = await promoteThread(agent, thread.id, { answerIds: [other, first] });
    const draft = await getArticle(agent, id);
    expect(draft).toMatchObject({ state: "draft", title: "Pump hums but nothing drains", sourceThread: { id: thread.id } });
    expect(draft?.body).toBe("Then run a short programme.\n\nOpen the flap and take out the coin.");
    const credits = await db.select({ member: articleContributors.memberId, role: articleContributors.role }).from(articleContributors).where(eq(articleContributors.articleId, id));
    expect(credits).toHaveLength(3);
    expect(credits).toContainEqual({ member: helper.id, role: "answer" });
    expect(credits).toContainEqual({ member: member.id, role: "question" });
    const linked = async () => (await db.select({ articleId: threads.articleId }).from(threads).where(eq(threads.id, thread.id)))[0]?.articleId;
    expect(await linked()).toBeNull();
    await transitionArticle(agent, id, { to: "published" });
    expect(await linked()).toBe(id);
    expect(await searchChanges("thread")).toContain(thread.id);
    expect(await auditOf("article", id)).toEqual(["article.promoted", "article.published"]);
    await expect(promoteThread(manager, thread.id, { answerIds: [first] })).rejects.toMatchObject({ code: "already_promoted", extra: { articleId: id } });
    expect((await listSourceAnswers(agent, thread.id)).articleId).toBe(id);
  });

  test("refuses members, no answers, and answers of other threads", async () => {
    const thread = await makeThread(member, { category: "washing" });
    const own = await makeAnswer(helper, thread.id);
    const foreign = await makeAnswer(helper, (await makeThread(member, { category: "washing" })).id);
    await expect(promoteThread(member, thread.id, { answerIds: [own] })).rejects.toBeInstanceOf(Forbidden);
    await expect(promoteThread(agent, thread.id, { answerIds: [] })).rejects.toMatchObject({ fields: { answerIds: { key: "error.article.pickAnswers" } } });
    await expect(promoteThread(agent, thread.id, { answerIds: [own, foreign] })).rejects.toBeInstanceOf(InvalidInput);
    await expect(promoteThread(agent, 999_999, { answerIds: [own] })).rejects.toBeInstanceOf(NotFound);
    await expect(listSourceAnswers(member, thread.id)).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("transitionArticle", () => {
  test("goes draft, review, approved, scheduled, and is told to whoever listens", async () => {
    const { id } = await createArticle(agent, content);
    await transitionArticle(agent, id, { to: "in_review" });
    await transitionArticle(agent, id, { to: "approved" });
    await transitionArticle(agent, id, { to: "scheduled", publishAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await stateOf(id)).toBe("scheduled");
    expect(await jobsNamed("article.transitioned")).toContainEqual({ articleId: id, to: "scheduled" });
  });

  test.each([
    ["draft", "stale"],
    ["draft", "scheduled"],
    ["draft", "draft"],
  ] as const)("refuses to go from %s to %s", async (from, to) => {
    const { id } = await createArticle(agent, content);
    await expect(transitionArticle(agent, id, { to })).rejects.toMatchObject({ code: "wrong_state", extra: { state: from } });
  });

  test("refuses members, times gone by, and leaves archiving what is public to managers", async () => {
    const id = await published();
    await expect(transitionArticle(member, id, { to: "stale" })).rejects.toBeInstanceOf(Forbidden);
    await expect(transitionArticle(agent, id, { to: "archived" })).rejects.toBeInstanceOf(Conflict);
    await expect(transitionArticle(agent, id, { to: "burnt" })).rejects.toBeInstanceOf(InvalidInput);
    await transitionArticle(manager, id, { to: "archived" });
    expect(await getArticle(visitor, id)).toBeNull();
    const { id: draft } = await createArticle(agent, content);
    await transitionArticle(agent, draft, { to: "in_review" });
    await transitionArticle(agent, draft, { to: "approved" });
    await expect(transitionArticle(agent, draft, { to: "scheduled" })).rejects.toMatchObject({ fields: { publishAt: { key: "error.article.publishAt" } } });
    await expect(transitionArticle(agent, draft, { to: "scheduled", publishAt: new Date(Date.now() - 1000).toISOString() })).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe("keepArticlesFresh", () => {
  test("publishes what is due and asks for a check of what is old, once", async () => {
    const old = await published();
    const { id: due } = await createArticle(agent, content);
    await transitionArticle(agent, due, { to: "in_review" });
    await transitionArticle(agent, due, { to: "approved" });
    await transitionArticle(agent, due, { to: "scheduled", publishAt: new Date(Date.now() + 86_400_000).toISOString() });
    await keepArticlesFresh();
    expect([await stateOf(old), await stateOf(due)]).toEqual(["published", "scheduled"]);
    setClock(new Date(Date.now() + 181 * 86_400_000));
    await keepArticlesFresh();
    await keepArticlesFresh();
    expect([await stateOf(old), await stateOf(due)]).toEqual(["stale", "published"]);
    expect((await auditOf("article", old)).filter((action) => action === "article.stale")).toHaveLength(1);
    expect(await getArticle(visitor, old)).toMatchObject({ state: "stale" });
    await transitionArticle(agent, old, { to: "published" });
    expect((await getArticle(agent, old))?.verifiedBy).toBe(agent.displayName);
  });
});

describe("giveFeedback", () => {
  test("one voice counts once and may change its mind", async () => {
    const id = await published();
    await giveFeedback(visitor, id, "visitor:a", { helpful: true });
    await giveFeedback(visitor, id, "visitor:a", { helpful: true });
    await giveFeedback(member, id, `member:${member.id}`, { helpful: true });
    expect(await getArticle(visitor, id)).toMatchObject({ helpfulCount: 2, unhelpfulCount: 0 });
    await giveFeedback(visitor, id, "visitor:a", { helpful: false, reason: "outdated", comment: "The flap is elsewhere." });
    expect(await getArticle(visitor, id)).toMatchObject({ helpfulCount: 1, unhelpfulCount: 1 });
    expect(await db.select().from(articleFeedback).where(eq(articleFeedback.articleId, id))).toHaveLength(2);
  });

  test("the same click many times at once counts once", async () => {
    const id = await published();
    await Promise.all(Array.from({ length: 6 }, () => giveFeedback(visitor, id, "visitor:b", { helpful: true })));
    expect(await getArticle(visitor, id)).toMatchObject({ helpfulCount: 1 });
  });

  test("refuses drafts to those who cannot see them, and nonsense", async () => {
    const { id } = await createArticle(agent, content);
    await expect(giveFeedback(visitor, id, "visitor:a", { helpful: true })).rejects.toBeInstanceOf(NotFound);
    await expect(giveFeedback(agent, id, "member:1", { helpful: "yes" })).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe("what is visible", () => {
  test("guides of a category are for those who may see the category", async () => {
    const inside = await published({ category: "inside", title: "Only for us here" });
    const known = await published({ category: "known", title: "Only for members" });
    expect(await getArticle(visitor, known)).toBeNull();
    expect(await getArticle(member, known)).not.toBeNull();
    expect(await getArticle(member, inside)).toBeNull();
    expect(await getArticle(agent, inside)).not.toBeNull();
    const seen = async (actor: Parameters<typeof listArticles>[0]) => (await listArticles(actor, { limit: 100 })).items.map(({ id }) => id);
    expect(await seen(visitor)).not.toContain(known);
    expect(await seen(member)).toContain(known);
    expect(await seen(member)).not.toContain(inside);
    await recordRead(member, inside);
    expect(await db.$count(articleReads)).toBe(0);
  });

  test("who opened it is remembered for 30 days", async () => {
    const id = await published({ category: "known", title: "Opened by somebody" });
    await recordRead(member, id);
    const after = async (days: number) => {
      setClock(new Date(Date.now() + days * 86_400_000));
      await forgetReads();
      return db.$count(articleReads);
    };
    expect([await after(29), await after(31)]).toEqual([1, 0]);
  });

  test("states are listed, searched and counted for staff only", async () => {
    const { id } = await createArticle(agent, { ...content, title: "100 % of a draft" });
    const drafts = await listArticles(agent, { states: ["draft"], query: "100 %" });
    expect(drafts.items.map((row) => row.id)).toEqual([id]);
    expect((await listArticles(member, { states: ["draft"] })).items.map((row) => row.state)).not.toContain("draft");
    expect((await countArticles(agent)).draft).toBeGreaterThan(0);
    await expect(countArticles(member)).rejects.toBeInstanceOf(Forbidden);
  });
});
