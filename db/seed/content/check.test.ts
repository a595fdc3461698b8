import { describe, expect, it } from "vitest";
import { articles } from "./articles";
import { categories } from "./categories";
import { company } from "./company";
import { departments } from "./departments";
import { flags } from "./flags";
import { macros } from "./macros";
import { people } from "./people";
import { search } from "./search";
import { tags } from "./tags";
import { threads } from "./threads";
import type { SeedThread } from "./types";

const names = new Set(people.map((person) => person.name));
const staff = new Set(
  people.filter((p) => ["agent", "manager", "admin"].includes(p.role)).map((p) => p.name),
);
const categorySlugs = new Set(categories.map((category) => category.slug));
const tagSlugs = new Set(tags.map((tag) => tag.slug));
const departmentSlugs = new Set(departments.map((department) => department.slug));
const threadKeys = new Set(threads.map((thread) => thread.key));
const articleKeys = new Set(articles.map((article) => article.key));

describe("people and places", () => {
  it("names everything once", () => {
    expectUnique(people.map((person) => person.name));
    expectUnique(people.map((person) => person.email));
    expectUnique(categories.map((category) => category.slug));
    expectUnique(tags.map((tag) => tag.slug));
    expectUnique(departments.map((department) => department.slug));
    expectUnique(macros.map((macro) => macro.key));
    expectUnique(company.products.map((product) => product.slug));
    expectUnique(threads.map((thread) => thread.key));
    expectUnique(articles.map((article) => article.key));
    expectUnique(threads.map((thread) => thread.title));
  });

  it("has every role, with handles and addresses that hold", () => {
    const count = (role: string) => people.filter((person) => person.role === role).length;
    expect(people.length).toBeGreaterThanOrEqual(24);
    expect([count("expert"), count("agent"), count("manager"), count("admin")]).toEqual([4, 4, 2, 1]);
    for (const person of people) {
      expect(person.name).toMatch(/^[a-z][a-z0-9-]{2,30}$/);
      expect(person.email).toMatch(
        staff.has(person.name) ? /^[a-z.]+@nordhang\.example$/ : /^[a-z0-9.]+@example\.com$/,
      );
    }
  });

  it("refers only to categories, departments and skills there are", () => {
    const skills = new Set(departments.flatMap((department) => department.skills.map((skill) => skill.slug)));
    for (const person of people) {
      expectAll(person.expertIn ?? [], categorySlugs);
      expectAll(person.departments ?? [], departmentSlugs);
      expectAll(person.skills ?? [], skills);
    }
    for (const category of categories) {
      expectAll(
        [category.parent, category.department].filter(isText),
        new Set([...categorySlugs, ...departmentSlugs]),
      );
      const parent = categories.findIndex((other) => other.slug === category.parent);
      expect(parent).toBeLessThan(categories.indexOf(category));
    }
    expectAll(
      company.products.map((product) => product.category),
      categorySlugs,
    );
    for (const macro of macros) {
      expectAll([macro.owner], staff);
      expectAll(macro.departments, departmentSlugs);
    }
  });
});

describe("threads", () => {
  it("show every state", () => {
    expect(threads.length).toBeGreaterThanOrEqual(44);
    expect(threads.filter((thread) => thread.locale === "de").length).toBeGreaterThanOrEqual(26);
    expect(threads.filter((thread) => thread.locale === "en").length).toBeGreaterThanOrEqual(18);
    const some = (test: (thread: SeedThread) => unknown) =>
      expect(threads.filter(test).length).toBeGreaterThan(0);
    for (const state of ["unanswered", "answered", "solved", "rejected"])
      some((thread) => thread.state === state);
    for (const kind of ["question", "discussion", "announcement"]) some((thread) => thread.kind === kind);
    some((thread) => thread.locked);
    some((thread) => thread.duplicateOf);
    some((thread) => thread.hidden);
    some((thread) => thread.heldForReview);
    some((thread) => thread.knownProblem);
    some((thread) => thread.answers.some((answer) => answer.official));
    some((thread) => thread.chat && thread.accepted === "chat");
    expect(threads.filter((thread) => thread.waitingChat)).toHaveLength(1);
    expect(flags.filter((flag) => !flag.decision)).toHaveLength(1);
  });

  it("refer only to what there is", () => {
    for (const thread of threads) {
      expect(categorySlugs, thread.key).toContain(thread.category);
      expectAll(thread.tags, tagSlugs);
      expectAll(writersOf(thread), names);
      expectAll(decidersOf(thread), staff);
      if (thread.duplicateOf)
        expect(threads.find((t) => t.key === thread.duplicateOf?.key)?.locale).toBe(thread.locale);
      expectAll([thread.waiting?.department, thread.chat?.department].filter(isText), departmentSlugs);
      for (const answer of thread.answers)
        if (answer.official) expect(staff, thread.key).toContain(answer.author);
    }
    for (const flag of flags) {
      const thread = threads.find((other) => other.key === flag.thread);
      expect(thread, flag.thread).toBeDefined();
      if (flag.answer !== undefined) expect(thread?.answers[flag.answer], flag.thread).toBeDefined();
      expect(names).toContain(flag.by);
      if (flag.decision) expect(staff).toContain(flag.decision.by);
    }
  });

  it("are in the state their answers make", () => {
    for (const thread of threads) {
      const accepted = thread.accepted;
      expect(accepted !== undefined, thread.key).toBe(thread.state === "solved");
      expect(accepted !== undefined, thread.key).toBe(thread.acceptedAfterMinutes !== undefined);
      if (typeof accepted === "number") expect(thread.answers[accepted], thread.key).toBeDefined();
      if (accepted === "chat") expect(thread.chat, thread.key).toBeDefined();
      if (thread.state === "unanswered") expect(thread.answers, thread.key).toHaveLength(0);
      else expect(thread.answers.length, thread.key).toBeGreaterThan(0);
      if (thread.state === "rejected")
        expect(
          thread.answers.every((answer) => answer.rejected),
          thread.key,
        ).toBe(true);
    }
  });

  it("happen in order and in the past", () => {
    for (const thread of threads) {
      const times = timesOf(thread);
      expect(Math.min(0, ...times), thread.key).toBe(0);
      expect(Math.max(0, ...times), thread.key).toBeLessThanOrEqual(thread.agoMinutes);
      for (const list of [thread.answers, thread.comments ?? [], thread.chat?.messages ?? []]) {
        expectAscending(
          list.map((item) => item.afterMinutes),
          thread.key,
        );
      }
      for (const answer of thread.answers) {
        expectAscending(
          [answer.afterMinutes, ...(answer.comments ?? []).map((c) => c.afterMinutes)],
          thread.key,
        );
      }
      const asker = people.find((person) => person.name === thread.author);
      expect((asker?.joinedDaysAgo ?? 0) * 1440, thread.key).toBeGreaterThan(thread.agoMinutes);
    }
    for (const flag of flags) {
      const thread = threads.find((other) => other.key === flag.thread);
      const target = flag.answer === undefined ? 0 : (thread?.answers[flag.answer]?.afterMinutes ?? Infinity);
      expectAscending(
        [target, flag.afterMinutes, flag.decision?.afterMinutes ?? flag.afterMinutes],
        flag.thread,
      );
      expect(flag.decision?.afterMinutes ?? flag.afterMinutes).toBeLessThanOrEqual(thread?.agoMinutes ?? 0);
    }
  });

  it("link only to what was there already", () => {
    for (const thread of threads) {
      for (const post of [{ body: thread.body, afterMinutes: 0 }, ...thread.answers]) {
        for (const ago of linkedAges(post.body)) {
          expect(ago, thread.key).toBeGreaterThan(thread.agoMinutes - post.afterMinutes);
        }
      }
    }
    for (const article of articles) {
      const revised =
        article.checkedDaysAgo === undefined ? article.agoMinutes : article.checkedDaysAgo * 1440;
      for (const ago of linkedAges(article.body)) expect(ago, article.key).toBeGreaterThan(revised);
    }
  });

  it("count no more people than there are", () => {
    for (const thread of threads) {
      expect(Math.max(thread.meToo ?? 0, thread.followers ?? 0), thread.key).toBeLessThan(names.size);
      for (const answer of thread.answers) {
        expect((answer.helpful ?? 0) + (answer.notHelpful ?? 0), thread.key).toBeLessThan(names.size);
      }
    }
  });
});

describe("articles", () => {
  it("show every state, with translations and origins", () => {
    expect(articles.length).toBeGreaterThanOrEqual(18);
    for (const state of ["draft", "in_review", "published", "stale"]) {
      expect(articles.filter((article) => article.state === state).length, state).toBeGreaterThan(0);
    }
    expect(articles.filter((article) => article.translationOf).length).toBeGreaterThanOrEqual(3);
    for (const article of articles) {
      expect(categorySlugs, article.key).toContain(article.category);
      expectAll(article.tags, tagSlugs);
      expectAll([article.owner], staff);
      const original = articles.find((other) => other.key === article.translationOf);
      if (article.translationOf) expect(original?.locale, article.key).not.toBe(article.locale);
      const source = threads.find((thread) => thread.key === article.sourceThread);
      if (article.sourceThread) expect(source?.locale, article.key).toBe(article.locale);
      const settled = (source?.agoMinutes ?? Infinity) - (source?.acceptedAfterMinutes ?? 0);
      expect(article.agoMinutes, article.key).toBeLessThan(settled);
      for (const answer of article.sourceAnswers ?? []) {
        expect(answer === "chat" ? source?.chat : source?.answers[answer], article.key).toBeDefined();
      }
      const overdue = (article.checkedDaysAgo ?? 0) > article.checkEveryDays;
      expect(overdue, article.key).toBe(article.state === "stale");
    }
  });
});

describe("texts", () => {
  it("are never empty and link to what there is", () => {
    const texts = [
      ...threads.flatMap((thread) => [thread.title, ...bodiesOf(thread)]),
      ...articles.flatMap((article) => [article.title, article.summary, article.body]),
    ];
    for (const text of texts) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|\[object|\\`/);
      for (const [, kind, key] of text.matchAll(/\]\((thread|article):([^)]+)\)/g)) {
        expect(kind === "thread" ? threadKeys : articleKeys, text).toContain(key);
      }
    }
  });
});

function linkedAges(text: string): number[] {
  return [...text.matchAll(/\]\((thread|article):([^)]+)\)/g)].map(([, kind, key]) => {
    const list = kind === "thread" ? threads : articles;
    return list.find((item) => item.key === key)?.agoMinutes ?? 0;
  });
}

function bodiesOf(thread: SeedThread): string[] {
  return [
    thread.body,
    ...(thread.comments ?? []).map((comment) => comment.body),
    ...thread.answers.flatMap((answer) => [
      answer.body,
      ...(answer.comments ?? []).map((comment) => comment.body),
    ]),
    ...(thread.chat
      ? [thread.chat.publishedAnswer, ...thread.chat.messages.map((message) => message.body)]
      : []),
    ...[thread.locked, thread.hidden, thread.duplicateOf].flatMap((decision) =>
      decision ? [decision.reason] : [],
    ),
  ];
}

function writersOf(thread: SeedThread): string[] {
  const posts = [
    ...(thread.comments ?? []),
    ...thread.answers,
    ...thread.answers.flatMap((answer) => answer.comments ?? []),
  ];
  return [thread.author, ...posts.map((post) => post.author)];
}

function decidersOf(thread: SeedThread): string[] {
  return [thread.locked?.by, thread.hidden?.by, thread.duplicateOf?.by, thread.chat?.agent].filter(isText);
}

function timesOf(thread: SeedThread): number[] {
  const { chat, locked, hidden, duplicateOf } = thread;
  const posts = [
    ...(thread.comments ?? []),
    ...thread.answers,
    ...thread.answers.flatMap((answer) => answer.comments ?? []),
  ];
  const decisions = [locked, hidden, duplicateOf].flatMap((decision) => (decision ? [decision] : []));
  return [
    ...[...posts, ...decisions, ...(chat?.messages ?? [])].map((item) => item.afterMinutes),
    ...(chat
      ? [
          chat.queuedAfterMinutes,
          chat.acceptedAfterMinutes,
          chat.closedAfterMinutes,
          chat.publishedAfterMinutes,
        ]
      : []),
    thread.acceptedAfterMinutes ?? 0,
  ];
}

function expectUnique(values: string[]): void {
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
}

function expectAll(values: string[], known: Set<string>): void {
  expect(values.filter((value) => !known.has(value))).toEqual([]);
}

function expectAscending(times: number[], about: string): void {
  expect(times, about).toEqual([...times].sort((a, b) => a - b));
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}

describe("the search", () => {
  it("names documents and staff of the sample, and words of its lists", () => {
    const documents = [
      ...search.pins.flatMap((pin) => pin.documents),
      ...[...search.opened, ...search.rare].map(({ document }) => document),
      ...search.outcomes.flatMap(({ helped, meToo, shown = [] }) => [helped, meToo, ...shown].filter((each) => each !== undefined)),
    ];
    for (const document of documents) {
      const [kind = "", key = ""] = document.split(":");
      expect((kind === "article" ? articleKeys : threadKeys).has(key), document).toBe(true);
    }
    for (const { by } of [...search.rules, ...search.pins]) expect(staff.has(by), by).toBe(true);
    for (const { locale, words } of search.opened) expect(company.popularSearches[locale]).toContain(words);
  });
});
