import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importMarkdown } from "@/lib/imports/import-markdown";
import { importStackExchange } from "@/lib/imports/import-stack-exchange";
import { system } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { htmlText } from "@/lib/platform/search/html-text";
import { referenceData, referenceRoot } from "@/lib/platform/testing/reference-data";
import { bulkLoad, type Text } from "./bulk-load";

export type Question = {
  text: string;
  /** What would answer it. */
  right: Set<string>;
  /** What asks it: must not count as its own answer. */
  self?: string;
};

export type Collection = {
  set: string;
  name: string;
  locale: Locale;
  /** Brings its texts into the empty community and says what is asked of them. */
  load: () => Promise<Question[]>;
  /** MRR@10 to be reached. */
  reach: { postgres: number; meilisearch: number };
  /** Also asked with one word misspelt. */
  misspelt?: boolean;
};

export const areCollectionsThere = existsSync(join(referenceRoot, "stackfaq"));

/** Sets of questions and texts that nobody of this project wrote. */
export const collections: Collection[] = [
  { set: "stackfaq", name: "stackfaq, 250 held-out paraphrases", locale: "en", load: loadStackFaq, reach: { postgres: 0.86, meilisearch: 0.88 }, misspelt: true },
  { set: "gnome-help-en", name: "GNOME help in English, 118", locale: "en", load: () => loadGnomeHelp("en"), reach: { postgres: 0.9, meilisearch: 0.9 }, misspelt: true },
  { set: "gnome-help-de", name: "GNOME help in German, 118", locale: "de", load: () => loadGnomeHelp("de"), reach: { postgres: 0.88, meilisearch: 0.88 }, misspelt: true },
  { set: "debian-faq-de", name: "Debian FAQ in German, question to answer, 112", locale: "de", load: loadDebianFaq, reach: { postgres: 0.55, meilisearch: 0.55 } },
  { set: "cardano", name: "Cardano, linked questions by title", locale: "en", load: importCardano, reach: { postgres: 0.32, meilisearch: 0.32 } },
  { set: "banking77", name: "banking77, 1,000 questions, same intent", locale: "en", load: loadBanking, reach: { postgres: 0.83, meilisearch: 0.83 } },
];

async function loadStackFaq(): Promise<Question[]> {
  return (await stackFaq())("queries-valid");
}

/** Brings the threads in; says how people put the same questions in other words. */
export async function stackFaq(): Promise<(half: "queries-train" | "queries-valid") => Question[]> {
  const faq = lines<{ id: number; question: string; answers: string[] }>("stackfaq/faq.jsonl.gz");
  const ids = await bulkLoad("thread", "en", faq.map(({ question, answers }) => ({ title: question, body: question, answers })));
  const keys = new Map(faq.map(({ id }, at) => [id, `thread:${ids[at]}`]));
  return (half) => lines<{ faq: number; text: string }>(`stackfaq/${half}.jsonl.gz`).map(({ faq: id, text }) => ({ text, right: new Set([keys.get(id) ?? ""]) }));
}

/** The pages of one language. */
export async function importGnomeHelp(locale: Locale): Promise<void> {
  await importMarkdown(system("bench"), { folder: join(referenceRoot, "gnome-help/articles.tar.gz"), source: "gnome-help", url: "https://help.gnome.org/", license: "CC BY-SA 3.0" });
  // The questions are the pages' own descriptions: with them it would be asked for what it is told. The baselines were
  // taken without them too, and with one language alone.
  await db.execute(sql`update article_revisions set summary = ''`);
  await db.execute(sql`update articles set summary = ''`);
  await db.execute(sql`update articles set state = 'archived' where locale <> ${locale}`);
  await db.execute(sql`insert into search_outbox (kind, doc_id) select 'article', id from articles`);
}

async function loadGnomeHelp(locale: Locale): Promise<Question[]> {
  await importGnomeHelp(locale);
  const { rows } = await db.execute<{ external: string; id: string }>(sql`select external_id as external, local_id as id from imported_objects where local_kind = 'article'`);
  // Known by language, folder and id: "de:gnome-help/files-search".
  const keysOf = (id: string) => rows.filter(({ external }) => external.startsWith(`${locale}:`) && external.split(/[:/]/).at(-1) === id).map((row) => `article:${row.id}`);
  return lines<{ query: string; id: string; lang: string }>("gnome-help/queries-dev.jsonl.gz")
    .filter(({ lang }) => lang === locale)
    .map(({ query, id }) => ({ text: query, right: new Set(keysOf(id)) }));
}

/** Only the answers are there to be found, under a number: what the question says is not. */
async function loadDebianFaq(): Promise<Question[]> {
  const faq = lines<{ question: string; answer_html: string }>("debian-faq/faq-de.jsonl.gz");
  const ids = await bulkLoad("article", "de", faq.map(({ answer_html }, at) => ({ title: `Nr. ${at + 1}`, body: htmlText(answer_html), answers: [] })));
  return faq.map(({ question }, at) => ({ text: question, right: new Set([`article:${ids[at]}`]) }));
}

/** A question links to another: by its own title that other one should be found. */
export async function importCardano(): Promise<Question[]> {
  await importStackExchange(system("bench"), { folder: join(referenceRoot, "stackexchange-cardano") });
  const { rows } = await db.execute<{ external: string; id: string; title: string }>(sql`
    select external_id as external, t.id, t.title from imported_objects join threads t on t.id = local_id where local_kind = 'thread' and t.status = 'published'`);
  const threads = new Map(rows.map((row) => [row.external, row]));
  const links = referenceData("stackexchange-cardano/PostLinks.xml.gz")?.toString("utf8") ?? "";
  const questions = new Map<string, Question>();
  for (const [, from = "", to = ""] of links.matchAll(/PostId="(\d+)" RelatedPostId="(\d+)"/g)) {
    const asking = threads.get(from);
    const linked = threads.get(to);
    if (!asking || !linked) continue;
    const self = `thread:${asking.id}`;
    const question = questions.get(self) ?? { text: asking.title, self, right: new Set<string>() };
    questions.set(self, question);
    question.right.add(`thread:${linked.id}`);
  }
  return [...questions.values()];
}

async function loadBanking(): Promise<Question[]> {
  const csv = referenceData("banking77/train.csv.gz")?.toString("utf8") ?? "";
  const rows = [...csv.matchAll(/^(?:"((?:[^"]|"")*)"|([^",\n]*)),([\w?]+)\r?$/gm)]
    .map(([, quoted, plain, intent = ""]) => ({ text: (quoted?.replaceAll('""', '"') ?? plain ?? "").replace(/\s+/g, " ").trim(), intent }))
    .filter(({ intent }) => intent !== "category");
  const ids = await bulkLoad("thread", "en", rows.map(({ text }) => ({ title: text, body: text, answers: [] })));
  const sameIntent = new Map<string, Set<string>>();
  for (const [at, { intent }] of rows.entries()) sameIntent.set(intent, (sameIntent.get(intent) ?? new Set()).add(`thread:${ids[at]}`));
  return rows
    .map(({ text, intent }, at) => ({ text, self: `thread:${ids[at]}`, right: sameIntent.get(intent) ?? new Set<string>() }))
    .filter((_, at) => at % 10 === 0)
    .slice(0, 1_000);
}

/** Real texts to make a large community of, by language. */
export function manyTexts(): Record<Locale, Text[]> {
  const stackfaq = lines<{ question: string; answers: string[] }>("stackfaq/faq.jsonl.gz");
  const posts = [...(referenceData("stackexchange-cardano/Posts.xml.gz")?.toString("utf8") ?? "").matchAll(/<row Id="(\d+)" PostTypeId="([12])"([^\n]*?)\/>/g)].map(([, id = "", type, rest = ""]) => {
    const value = (name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(rest)?.[1] ?? "");
    return { id, type, parent: value("ParentId"), title: value("Title"), text: htmlText(value("Body")) };
  });
  const answers = new Map<string, string[]>();
  for (const { type, parent, text } of posts) if (type === "2") answers.set(parent, [...(answers.get(parent) ?? []), text]);
  const de = lines<{ question: string; answer_html: string }>("debian-faq/faq-de.jsonl.gz");
  return {
    en: [
      ...stackfaq.map(({ question, answers }) => ({ title: question, body: question, answers: answers.slice(0, 3) })),
      ...posts.filter(({ type, title }) => type === "1" && title).map(({ id, title, text }) => ({ title, body: text, answers: (answers.get(id) ?? []).slice(0, 3) })),
    ],
    de: de.map(({ question, answer_html }) => ({ title: question, body: htmlText(answer_html), answers: [] })),
  };
}

function unescaped(text: string): string {
  return text.replaceAll("&#xA;", "\n").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

export function lines<T>(file: string): T[] {
  const data = referenceData(file);
  return data === null ? [] : data.toString("utf8").trim().split("\n").map((line) => JSON.parse(line) as T);
}
