import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { type Member, visitor } from "@/lib/members/actor";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { indexChanges } from "./index-changes";
import { search } from "./search";

testDatabase();

let asker: Member;
let helper: Member;
let manager: Member;
let category: { slug: string };
let solved: { id: number };
let open: { id: number };
let german: { id: number };

beforeAll(async () => {
  [asker, helper, manager] = await Promise.all([makeMember({ name: "asking-anna", displayName: "Anna Asks" }), makeMember({ displayName: "Ines Moreau" }), makeMember({ role: "manager" })]);
  category = await makeCategory({ nameEn: "Kettles", nameDe: "Wasserkocher" });
  solved = await makeThread(asker, { title: "The teamaker leaks at its gasket", body: "Water everywhere.", category: category.slug, tags: ["gasket"], facts: [{ label: "Appliance", value: "Teamaker 7" }] });
  open = await makeThread(helper, { title: "My teamaker hums", body: "Always in the morning.", category: category.slug, tags: ["noise"] });
  german = await makeThread(helper, { title: "Der teamaker tropft", body: "Unten kommt Wasser heraus.", category: category.slug, locale: "de" });
  const answer = await makeAnswer(helper, solved.id, "Press the gasket back into its groove, then it is tight again.");
  await setAcceptance(asker, answer, true);
  await indexChanges();
});

const ids = async (q: string, more: object = {}) => (await search(visitor, { q, ...more })).hits.map(({ id }) => id);

describe("filters typed as words", () => {
  test("narrow like those that are chosen", async () => {
    expect(await ids("teamaker tag:gasket")).toEqual([solved.id]);
    expect(await ids("teamaker is:solved")).toEqual([solved.id]);
    expect(await ids("teamaker ist:offen lang:en")).toEqual([open.id]);
    expect(await ids("teamaker von:asking-anna")).toEqual([solved.id]);
    expect(await ids('teamaker from:"anna asks"')).toEqual([solved.id]);
    expect(await ids("teamaker from:anna")).toEqual([solved.id]);
    expect(await ids("teamaker sprache:deutsch")).toEqual([german.id]);
    expect(await ids('teamaker produkt:"Teamaker 7"')).toEqual([solved.id]);
    expect(await ids("teamaker in:wasserkocher tag:noise")).toEqual([open.id]);
    expect(await ids("teamaker", { product: "Teamaker 7", author: "asking-anna" })).toEqual([solved.id]);
    expect(new Set(await ids("teamaker", { tag: "gasket,noise" }))).toEqual(new Set([solved.id, open.id]));
  });

  test("alone bring the newest of what they hold, and never what is hidden", async () => {
    const hidden = await makeThread(asker, { title: "Hidden teamaker", body: "Nothing.", category: category.slug, tags: ["noise"] });
    await indexChanges();
    await inTransaction((tx) => changeThreadStatus(tx, manager, hidden.id, "hidden", "test"));
    expect(await ids("tag:noise")).toEqual([open.id]);
    expect(await ids("", { tag: "noise" })).toEqual([open.id]);
    expect((await search(visitor, { q: "", tag: "noise" })).facets.tags).not.toContainEqual({ slug: "noise", count: 2 });
  });

  test("days are whole, and hold", async () => {
    const year = new Date().getUTCFullYear() + 1;
    expect(await ids(`teamaker before:${year + 1}`)).toHaveLength(3);
    expect(await ids("teamaker", { after: String(year + 1) })).toEqual([]);
    expect(await ids("teamaker", { since: "week" })).toHaveLength(3);
  });

  test("what is no filter is said kindly in the reader's language, and there are results", async () => {
    const english = await search(visitor, { q: "teamaker colour:red" });
    expect(english.hits).not.toEqual([]);
    expect(english.notices).toMatchObject([{ code: "unknown_filter" }]);
    const result = await search(visitor, { q: "teamaker ist:lila von:niemand in:nirgends", preferLocale: "de" });
    expect(result.hits).not.toEqual([]);
    expect(result.notices.map(({ code }) => code)).toEqual(["unknown_value", "unknown_category", "unknown_author"]);
    expect(result.notices[2]?.text).toContain("Hier heißt niemand „niemand“");
    const none = await search(visitor, { q: "teamaker tag:nosuchtag" });
    expect(none.notices).toMatchObject([{ code: "filter_left_out" }]);
    expect(none.hits).toHaveLength(3);
    const cited = await search(visitor, { q: 'the teamaker says "out of order entirely"' });
    expect(cited.notices).toMatchObject([{ code: "phrase_left_out" }]);
    expect(cited.hits).toHaveLength(3);
    const alone = await search(visitor, { q: '"teamaker out of order"' });
    expect(alone.notices).toMatchObject([{ code: "phrase_left_out" }]);
    expect(alone.hits).toHaveLength(3);
    expect((await search(visitor, { q: '"nowhere so"' })).notices).toEqual([]);
    // Those of a search that waits for news are meant.
    expect((await search(visitor, { q: 'teamaker "out of order entirely"' }, { quiet: true })).hits).toEqual([]);
    // What is chosen holds: it may be a program that asks.
    expect((await search(visitor, { q: "teamaker", tag: "nosuchtag" })).hits).toEqual([]);
  });
});

describe("facets", () => {
  test("are counted under all filters but their own", async () => {
    const { facets } = await search(visitor, { q: "teamaker", state: "solved" });
    expect(facets.states).toMatchObject({ solved: 1, unanswered: 2 });
    expect(facets.tags).toEqual([{ slug: "gasket", count: 1 }]);
    expect(facets.locales).toEqual({ en: 1 });
    expect(facets.categories).toEqual([{ slug: category.slug, name: "Kettles", count: 1 }]);
    expect(facets.products).toEqual([{ name: "Teamaker 7", count: 1 }]);
    expect(facets.since).toEqual({ week: 1, month: 1, year: 1 });
  });
});

test("what is in the reader's language comes first, though the other's title says less else", async () => {
  const english = await makeThread(helper, { title: "The wobblepump", category: category.slug });
  const own = await makeThread(helper, { title: "Seit gestern brummt die wobblepump unseres Wasserkochers morgens laut", locale: "de", category: category.slug });
  await indexChanges();
  expect(await ids("wobblepump", { preferLocale: "de" })).toEqual([own.id, english.id]);
  expect(await ids("wobblepump", { preferLocale: "en" })).toEqual([english.id, own.id]);
});

describe("the answer", () => {
  test("stands above the results when one stands out and is vouched for", async () => {
    const { answer, hits } = await search(visitor, { q: "teamaker leaks gasket" });
    expect(answer).toMatchObject({ kind: "thread", id: solved.id, state: "solved", answeredBy: { name: "Ines Moreau", how: "accepted", staff: false } });
    expect(answer?.html).toContain("<mark>gasket</mark> back into its groove");
    expect(answer?.html).not.toMatch(/<(?!\/?mark>)/);
    expect(hits[0]?.answeredBy).toMatchObject({ name: "Ines Moreau" });
  });

  test("begins where it says what to do, unless more of what the title leaves open is said deeper", async () => {
    const thread = await makeThread(asker, { title: "Mould on the percolator seal", category: category.slug });
    const steps = "Soak a cloth in peroxide and lay it into the fold for two hours. ".repeat(7);
    await setAcceptance(asker, await makeAnswer(helper, thread.id, `${steps} What is black then is no living mould in the seal, only a stain.`), true);
    await indexChanges();
    expect((await search(visitor, { q: "mould seal percolator" })).answer?.html).toMatch(/^Soak a cloth/);
    expect((await search(visitor, { q: "mould seal percolator stain" })).answer?.html).toContain("<mark>stain</mark>");
  });

  test("of a guide is its summary, while it is fresh", async () => {
    const { id } = await createArticle(manager, { title: "Descale a brewster", summary: "Citric acid, twenty minutes, rinse twice.", body: "Long story.", locale: "en", category: category.slug });
    expect((await search(visitor, { q: "descale brewster" })).hits).toEqual([]);
    await transitionArticle(manager, id, { to: "published" });
    await indexChanges();
    expect((await search(visitor, { q: "descale brewster" })).answer).toMatchObject({ kind: "article", id, html: "Citric acid, twenty minutes, rinse twice.", answeredBy: null });
    await transitionArticle(manager, id, { to: "stale" });
    await indexChanges();
    expect((await search(visitor, { q: "descale brewster" })).answer).toBeUndefined();
  });

  test("is not given by a text that merely holds the words somewhere", async () => {
    const padding = "The plate stays where it is and shows the number that is asked for at the counter. ".repeat(6);
    const body = `Switch the router. ${padding}It forgets the network. ${padding}The drawer and the password keep their places.`;
    const { id } = await createArticle(manager, { title: "Another router for the samovar", summary: "Ten seconds.", body, locale: "en", category: category.slug });
    await transitionArticle(manager, id, { to: "published" });
    await makeThread(asker, { title: "The clock of the samovar", body: `It forgets the hour. ${padding}`, category: category.slug });
    await indexChanges();
    const { hits, answer } = await search(visitor, { q: "forgets password" });
    expect(hits[0]).toMatchObject({ kind: "article", id });
    expect(answer).toBeUndefined();
  });

  test("is not given for what nobody vouches for, for one word, or where several fit", async () => {
    expect((await search(visitor, { q: "teamaker hums morning" })).answer).toBeUndefined();
    expect((await search(visitor, { q: "teamaker" })).answer).toBeUndefined();
  });
});

describe("what was typed", () => {
  test("is told when it was taken for other words", async () => {
    const { showing, hits } = await search(visitor, { q: "teamaker gaskit" });
    expect(hits[0]?.id).toBe(solved.id);
    expect(showing).toBe("teamaker gasket");
    expect((await search(visitor, { q: "teamaker gasket" })).showing).toBeUndefined();
    expect((await search(visitor, { q: "teamaker gask" })).showing).toBeUndefined();
  });

  const odd: [string, string, string?][] = [
    ["500 words", "teamaker pump ".repeat(251), "too_long"],
    ["only punctuation", "?!… -- ()", "no_words"],
    ["unbalanced quotes", 'teamaker "gasket'],
    ["control characters", "teamaker\u0000\u0007\u001b gasket"],
    ["right to left", "\u202Eteamaker\u202C شاي"],
    ["a word of 10,000 characters", "x".repeat(10_000)],
    ["a long word beside others", `teamaker ${"y".repeat(9_900)}`],
    ["nothing but filters that do not exist", "a:b cc:dd ee:ff gg:hh", "unknown_filter"],
    ["operators", "AND OR NOT (teamaker) & | ! <-> :* %_\\"],
    ["half a filter", "tag: from: is:"],
    ["broken surrogates", "teamaker \uD800 gasket"],
  ];
  test.each(odd)("%s: results or a kind sentence, at once", async (_name, q, code) => {
    const result = await search(visitor, { q });
    if (code) expect(result.notices.map((notice) => notice.code)).toContain(code);
    else expect(result.hits.length > 0 || result.total === 0).toBe(true);
  });
});
