import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countQueries, db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { changeAnswerStatus } from "@/lib/answers/change-answer-status";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { type Member, visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { forgetQueries } from "./forget-queries";
import { indexChanges } from "./index-changes";
import { pushChanges } from "./push-changes";
import { reconcileDocuments } from "./reconcile";
import { recordSuggestionOutcome } from "./record-suggestion-outcome";
import { relateDocuments } from "./relate-documents";
import { relatedTo } from "./related-to";
import { search } from "./search";
import { suggest } from "./suggest";

testDatabase();

let asker: Member;
let helper: Member;
let agent: Member;
let manager: Member;

beforeAll(async () => {
  [asker, helper, agent, manager] = await Promise.all([
    makeMember(),
    makeMember(),
    makeMember({ role: "agent" }),
    makeMember({ role: "manager" }),
  ]);
});

describe("postgres", () => searches("postgres"));

describe.skipIf(!hasMeilisearch)("meilisearch", () => {
  siteMeilisearch("search");
  searches("meilisearch");
});

async function follow() {
  await indexChanges();
  const engine = meilisearchFromEnvironment();
  if (engine) await pushChanges(engine);
}

function searches(engine: "postgres" | "meilisearch") {
  const word = engine === "postgres" ? "Quirlkanne" : "Milchkocher";

  test("finds what lies in a category by its name, each in its own language, and by its new name when it got one", async () => {
    const category = await makeCategory({ nameEn: `Kettles ${engine}x`, nameDe: `Kessel ${engine}y` });
    const [english, german] = [
      await makeThread(asker, { title: "The K9 hums", category: category.slug }),
      await makeThread(asker, { title: "Die K9 brummt", locale: "de", category: category.slug }),
    ];
    await follow();
    const find = async (q: string) => (await search(visitor, { q })).hits.map(({ id }) => id);
    expect(await find(`${engine}x`)).toEqual([english.id]);
    expect(await find(`${engine}y`)).toEqual([german.id]);
    await db.execute(sql`update categories set name_en = ${`Boilers ${engine}z`} where slug = ${category.slug}`);
    await reconcileDocuments();
    await follow();
    expect(await find(`${engine}z`)).toEqual([english.id]);
    await db.execute(sql`update threads set status = 'hidden' where id in (${english.id}, ${german.id})`);
    await reconcileDocuments();
    await follow();
    expect(await find(`${engine}z`)).toEqual([]);
  });

  test("finds a thread by its answer, marks the words and tells its state", async () => {
    const category = await makeCategory({ nameEn: "Coffee machines", nameDe: "Kaffeemaschinen" });
    const thread = await makeThread(asker, {
      title: `How do I clean my ${word}?`,
      body: "There is <b>brown</b> stuff & foam in it.",
      category: category.slug,
    });
    const answer = await makeAnswer(
      helper,
      thread.id,
      `Boil it with citric acid, twice. The ${word} is fine then.`,
    );
    await setAcceptance(asker, answer, true);
    await follow();
    const result = await search(visitor, { q: `${word} citric`, category: category.slug });
    expect(result.engine).toBe(engine);
    expect(result.hits[0]).toMatchObject({
      kind: "thread",
      id: thread.id,
      url: `/t/${thread.id}/${thread.slug}`,
      state: "solved",
      answerCount: 1,
      category: { slug: category.slug, name: "Coffee machines" },
      titleHtml: `How do I clean my <mark>${word}</mark>?`,
      author: asker.displayName,
    });
    expect(result.hits[0]?.excerptHtml).toContain("<mark>citric</mark>");
    expect(result.facets).toMatchObject({ kinds: { thread: 1 }, states: { solved: 1 } });
    const german = await search(visitor, { q: `${word} brown`, preferLocale: "de" });
    expect(german.hits[0]).toMatchObject({
      url: `/de/t/${thread.id}/${thread.slug}`,
      category: { name: "Kaffeemaschinen" },
    });
    expect(german.hits[0]?.excerptHtml).not.toMatch(/<(?!\/?mark>)/);
    const related = await countQueries(() => search(visitor, { q: `${word} citrik` }));
    expect(related.result.hits).not.toEqual([]);
    expect(related.queries).toBeLessThanOrEqual(8);
  });

  test("of two that fit alike the one with an answer comes first", async () => {
    const category = await makeCategory();
    const post = () => makeThread(asker, { title: `The ${word} hums at night`, body: `Since Monday my ${word} hums.`, category: category.slug });
    const [answered] = [await post(), await post(), await post()];
    await makeAnswer(helper, answered.id, "Level its feet.");
    await follow();
    const { hits } = await search(visitor, { q: `${word} hums`, category: category.slug });
    expect(hits.map(({ state }) => state)).toEqual(["answered", "unanswered", "unanswered"]);
  });

  test("filters by category with those below it, tag, state, kind and language", async () => {
    const parent = await makeCategory();
    const child = await makeCategory({ parentId: parent.id });
    const { id } = await makeThread(asker, {
      title: `Grinder of the ${word} jams`,
      category: child.slug,
      tags: [`grinder-${engine}`],
      locale: "en",
    });
    await follow();
    const ids = async (filter: object) =>
      (await search(visitor, { q: `${word} grinder jams`, ...filter })).hits.map((hit) => hit.id);
    expect(await ids({ category: parent.slug })).toEqual([id]);
    expect(await ids({ tag: `grinder-${engine}` })).toEqual([id]);
    expect(await ids({ state: "unanswered", kinds: "thread,article", locale: "en" })).toContain(id);
    for (const none of [
      { category: "no-such" },
      { tag: "no-such" },
      { state: "no-such" },
      { kinds: "no-such" },
      { locale: "de" },
    ])
      expect(await ids(none)).toEqual([]);
  });

  test("says when it has looked at the best only, with words and without", async () => {
    const { id, slug } = await makeCategory();
    await inTransaction((tx) =>
      tx.execute(sql`
        with many as (
          insert into threads (category_id, author_id, locale, title, slug, body, body_html)
          select ${id}, ${asker.id}, 'en', ${`Hubcap ${word} number `} || n, 'hubcap', '', '' from generate_series(1, 210) n returning id
        ) insert into search_outbox (kind, doc_id) select 'thread', id from many`),
    );
    await follow();
    expect(await search(visitor, { q: "hubcap", limit: 10 })).toMatchObject({ engine, total: 100, more: true, countedAmong: 100, facets: { kinds: { thread: 100 } } });
    expect(await search(visitor, { category: slug })).toMatchObject({ total: 200, more: true, countedAmong: 200 });
    const all = await search(visitor, { q: "grinder jams" });
    expect([all.more, all.countedAmong]).toEqual([undefined, undefined]);
  });

  test("pages through all there is, each once", async () => {
    const { slug } = await makeCategory();
    const made = [];
    for (let count = 0; count < 7; count++)
      made.push(
        (await makeThread(asker, { title: `Lamp number ${count} flickers on my ${word}`, category: slug }))
          .id,
      );
    await follow();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(visitor, { q: "lamp flickers", limit: 3, cursor, category: slug });
      expect(page.total).toBe(7);
      seen.push(...page.hits.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.sort()).toEqual(made.sort());
  });

  describe("what a person may not see", () => {
    const canary = `Kanarienvogel${engine}`;
    const find = async (actor: Member | typeof visitor, q = canary) =>
      (await search(actor, { q })).hits.map(({ id }) => id);

    test.each(["hidden", "held", "deleted"] as const)(
      "%s threads are gone at once, even when the index still has them",
      async (status) => {
        const thread = await makeThread(asker, { title: `The ${canary} ${status} thread sings` });
        await follow();
        expect(await find(visitor, `${canary} ${status}`)).toContain(thread.id);
        await inTransaction((tx) => changeThreadStatus(tx, manager, thread.id, status, "test"));
        for (const actor of [visitor, helper, asker, agent, manager])
          expect(await find(actor, `${canary} ${status}`)).not.toContain(thread.id);
        await inTransaction((tx) => tx.execute(sql`delete from search_outbox`));
        for (const actor of [visitor, helper, asker])
          expect(await find(actor, `${canary} ${status}`)).not.toContain(thread.id);
        expect(await related(thread.id)).toEqual([]);
      },
    );

    test("members' and staff's categories stay theirs, also when a category becomes so afterwards", async () => {
      const members = await makeCategory({ audience: "members" });
      const staff = await makeCategory({ audience: "staff" });
      const open = await makeCategory();
      const forMembers = await makeThread(asker, {
        title: `The ${canary} members thread`,
        category: members.slug,
      });
      const forStaff = await makeThread(agent, { title: `The ${canary} staff thread`, category: staff.slug });
      const closedLater = await makeThread(asker, {
        title: `The ${canary} later thread`,
        category: open.slug,
      });
      await follow();
      await inTransaction((tx) =>
        tx.execute(sql`update categories set audience = 'staff' where id = ${open.id}`),
      );
      expect(await find(visitor)).toEqual([]);
      expect(await find(helper)).toEqual([forMembers.id]);
      expect((await find(agent)).sort()).toEqual([forMembers.id, forStaff.id, closedLater.id].sort());
    });

    test("a hidden answer is neither shown nor found by, before the index has followed", async () => {
      const secret = `Geheimwort${engine}`;
      const thread = await makeThread(asker, { title: `Where is the ${canary} manual?` });
      await makeAnswer(helper, thread.id, "In the drawer below.");
      const bad = await makeAnswer(helper, thread.id, `Call me, my password is ${secret}.`);
      await follow();
      expect(await find(visitor, secret)).toEqual([thread.id]);
      await inTransaction((tx) => changeAnswerStatus(tx, manager, bad, "hidden", "test"));
      expect(await search(visitor, { q: secret })).toMatchObject({
        hits: [],
        total: 0,
        facets: { kinds: {} },
      });
      const other = await search(visitor, { q: `${canary} manual password` });
      expect(JSON.stringify(other)).not.toContain(secret);
      expect(other.hits.map(({ id }) => id)).toContain(thread.id);
      await follow();
      expect(await find(visitor, secret)).toEqual([]);
    });
  });

  test("suggests from twelve characters or three words on, solved ones first", async () => {
    const open = await makeThread(asker, { title: `Steam nozzle of the ${word} is blocked` });
    const solved = await makeThread(asker, { title: `Steam nozzle of the ${word} is blocked` });
    await setAcceptance(
      asker,
      await makeAnswer(helper, solved.id, "Soak the nozzle in vinegar overnight."),
      true,
    );
    await follow();
    expect((await suggest(visitor, { title: "Steam nozzl", unsure: "true" })).hits).toEqual([]);
    const draft = { title: `my ${word} steam nozzle "blocked` };
    const { hits } = await suggest(visitor, { ...draft, unsure: "true" });
    // Those about the other engine's word are there as well.
    expect(hits.map(({ id }) => id).filter((id) => id === solved.id || id === open.id)).toEqual([solved.id, open.id]);
    expect(hits[0]).toMatchObject({ state: "solved", answer: "Soak the nozzle in vinegar overnight." });
    // Only what is likely the same is offered to those who ask for nothing else, and comes first for the others.
    const same = hits.filter((hit) => hit.same);
    expect((await suggest(visitor, draft)).hits).toEqual(same);
    expect(hits.slice(0, same.length)).toEqual(same);
    const short = { title: "Steam", unsure: "true" };
    expect((await suggest(visitor, short)).hits).toEqual([]);
    expect((await suggest(visitor, { ...short, body: `The nozzle of my ${word} is blocked, nothing comes out.` })).hits.map(({ id }) => id)).toContain(solved.id);
    const withBody = await suggest(visitor, {
      title: "It is blocked again and again",
      body: `The steam nozzle of my ${word} lets nothing out since yesterday.`,
      unsure: "true",
    });
    expect(withBody.hits.map(({ id }) => id)).toContain(solved.id);
    // Who waits with a question hears of all the others, not of their own.
    const others = await suggest(visitor, { title: `Steam nozzle of the ${word} is blocked`, thread: String(open.id), unsure: "true" });
    expect(others.hits.map(({ id }) => id).filter((id) => id === solved.id || id === open.id)).toEqual([solved.id]);
  });

  test("relates threads about the same thing", async () => {
    const one = await makeThread(asker, { title: `Drip tray of the ${word} overflows` });
    const two = await makeThread(asker, { title: `My ${word} drip tray overflows every day` });
    await follow();
    await relateDocuments(1_000);
    expect((await related(one.id))[0]).toBe(two.id);
  });

  const related = async (id: number) => (await relatedTo(visitor, "thread", id, "en")).map((hit) => hit.id);
}

describe("the log", () => {
  const queries = async () =>
    (
      await db.execute<{ member_id: string | null; query: string; hits: number }>(
        sql`select member_id, query, hits from search_queries order by id`,
      )
    ).rows;
  beforeEach(async () => {
    await inTransaction((tx) => tx.execute(sql`delete from search_queries`));
  });

  test("keeps key presses within half a minute as one search", async () => {
    for (const q of ["dri", "drip", "drip tra", "drip tray"]) await search(asker, { q });
    expect(await queries()).toMatchObject([{ member_id: String(asker.id), query: "drip tray" }]);
    await search(asker, { q: "grinder" });
    setClock(new Date(Date.now() + 60_000));
    await search(asker, { q: "grinder jams" });
    setClock(null);
    expect((await queries()).map(({ query }) => query)).toEqual(["drip tray", "grinder", "grinder jams"]);
  });

  test("is forgotten after 90 days, and sooner who the visitor may have been", async () => {
    await search(visitor, { q: "drip tray", voice: "a" });
    setClock(new Date(Date.now() + 2 * 86_400_000));
    await forgetQueries();
    expect((await db.execute(sql`select voice from search_queries`)).rows).toEqual([{ voice: null }]);
    setClock(new Date(Date.now() + 91 * 86_400_000));
    await forgetQueries();
    setClock(null);
    expect(await queries()).toEqual([]);
  });

  test("knows visitors only by what keeps their key presses together", async () => {
    await Promise.all([
      search(visitor, { q: "dri", voice: "a" }),
      search(visitor, { q: "drip", voice: "b" }),
    ]);
    await search(visitor, { q: "drip tray", voice: "a" });
    expect((await queries()).map(({ query }) => query).sort()).toEqual(["drip", "drip tray"]);
    expect((await queries()).every(({ member_id }) => member_id === null)).toBe(true);
  });
});

describe("bad input", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["punctuation", "?!.,;:()[]{}<>@#$%^&*_+=|\\/~`'"],
    ["an open quote", 'drip "tray'],
    ["quotes only", '""""'],
    ["control characters", "drip\u0000\u0007\u001b tray\u200b\ufeff"],
    ["half a surrogate pair", "drip \ud800 tray"],
    ["right to left", "\u202eיוצר\u202c צג"],
    ["a word of ten thousand letters", "a".repeat(10_000)],
    ["five hundred words", Array.from({ length: 500 }, (_, index) => `word${index} drip`).join(" ")],
    ["operators of tsquery", "drip & | ! <-> :* 'tray' (a & b)"],
    ["backslashes and quotes", "dr\\ip' or 1=1 -- \\'"],
    ["only exclusions", "-drip -tray"],
    ["an excluded phrase", '-"drip tray" grinder'],
    ["only small words", "how do I do it"],
    ["emoji", "☕️ 🫖 drip"],
    ["hyphens without end", "a-".repeat(3_000)],
    ["a percent sign and an underscore", "%_% d_ip"],
  ])("%s gives a result", async (_, q) => {
    expect((await search(visitor, { q })).hits).toBeInstanceOf(Array);
    await suggest(visitor, { title: q, body: q });
  });

  test.each([{ limit: 0 }, { limit: "many" }, { q: 7 }, { outcome: "x" }])(
    "refuses %o where it makes no sense",
    async (input) => {
      if ("outcome" in input)
        await expect(recordSuggestionOutcome(asker, input)).rejects.toMatchObject({ code: "invalid_input" });
      else await expect(search(visitor, input)).rejects.toMatchObject({ code: "invalid_input" });
    },
  );

  test("begins anew for a cursor that is not ours", async () => {
    expect((await search(visitor, { q: "drip", cursor: "zzz" })).hits).toEqual(
      (await search(visitor, { q: "drip" })).hits,
    );
  });
});

test("keeps what became of the suggestions, and names no thread that its writer may not see", async () => {
  const staff = await makeCategory({ audience: "staff" });
  const hidden = await makeThread(agent, { title: "Internal matters only", category: staff.slug });
  const outcome = {
    title: "Drip tray",
    shown: [{ kind: "thread", id: 1 }],
    opened: [{ kind: "thread", id: 1 }],
    outcome: "left_satisfied",
  };
  await expect(recordSuggestionOutcome(asker, { ...outcome, threadId: hidden.id })).rejects.toMatchObject({
    code: "not_found",
  });
  const { id } = await recordSuggestionOutcome(asker, outcome);
  const { rows } = await db.execute(
    sql`select member_id, outcome, shown from suggestion_outcomes where id = ${id}`,
  );
  expect(rows).toMatchObject([
    { member_id: String(asker.id), outcome: "left_satisfied", shown: [{ kind: "thread", id: 1 }] },
  ]);
  const { rows: audit } = await db.execute(
    sql`select action from audit_log where target_kind = 'suggestion' and target_id = ${String(id)}`,
  );
  expect(audit).toMatchObject([{ action: "suggestions.outcome" }]);
});
