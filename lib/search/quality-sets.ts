import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { searchDocument } from "@/db/testing/search-document";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchDocument } from "@/lib/platform/search/engine";
import { htmlText } from "@/lib/platform/search/html-text";
import { referenceRoot } from "@/lib/platform/testing/reference-data";

export type Asked = { text: string; keys: Set<string>; not?: string };
export type QuestionSet = { locale: Locale; documents: SearchDocument[]; queries: Asked[] };

/** StackFAQ: threads, and how people put the same questions in other words. */
export function stackFaq(file: "queries-train.jsonl.gz" | "queries-valid.jsonl.gz"): QuestionSet {
  const questions = lines<{ id: number; question: string; answers: string[] }>("stackfaq/faq.jsonl.gz");
  return {
    locale: "en",
    documents: questions.map(({ id, question, answers }) => searchDocument(`thread:${id + 1}`, { title: question, replies: answers.join("\n") })),
    queries: lines<{ faq: number; text: string }>(`stackfaq/${file}`).map(({ faq, text }) => ({ text, keys: new Set([`thread:${faq + 1}`]) })),
  };
}

/** GNOME help: pages, asked for by what they are about in one sentence. */
export function gnomeHelp(locale: Locale): QuestionSet {
  const pages = markdownPages("gnome-help/articles.tar.gz").filter((page) => page.includes(`\nlang: ${locale}\n`));
  const ids = pages.map((page) => /^id: (.*)$/m.exec(page)?.[1] ?? "");
  return {
    locale,
    documents: pages.map((page, index) => searchDocument(`article:${index + 1}`, { locale, title: titleOf(page), body: bodyOf(page) })),
    queries: lines<{ query: string; id: string; lang: string }>("gnome-help/queries-dev.jsonl.gz")
      .filter(({ lang }) => lang === locale)
      .map(({ query, id }) => ({ text: query, keys: new Set([`article:${ids.indexOf(id) + 1}`]) })),
  };
}

/** The Debian FAQ: a question must lead to its answer, whose document does not hold the question. */
export function debianFaq(): QuestionSet {
  const pairs = lines<{ question: string; answer_html: string }>("debian-faq/faq-de.jsonl.gz");
  return {
    locale: "de",
    documents: pairs.map(({ answer_html }, index) => searchDocument(`article:${index + 1}`, { locale: "de", body: htmlText(answer_html) })),
    queries: pairs.map(({ question }, index) => ({ text: question, keys: new Set([`article:${index + 1}`]) })),
  };
}

/** Bank customers' questions: another one with the same intent must come first. */
export function banking(queries: number): QuestionSet {
  const rows = gunzipSync(readFileSync(join(referenceRoot, "banking77/train.csv.gz"))).toString("utf8").matchAll(/^("(?:[^"]|"")*"|[^"\n][^\n]*?),([a-z_A-Z?]+)\r?$/gm);
  const all = [...rows].slice(1).map((row) => ({ text: (row[1] ?? "").replace(/^"|"$/g, "").replaceAll('""', '"').trim(), intent: row[2] ?? "" }));
  const documents = all.map(({ text }, index) => searchDocument(`thread:${index + 1}`, { title: text }));
  const byIntent = new Map<string, Set<string>>();
  for (const [index, { intent }] of all.entries()) byIntent.set(intent, (byIntent.get(intent) ?? new Set()).add(`thread:${index + 1}`));
  const step = all.length / queries;
  return {
    locale: "en",
    documents,
    queries: Array.from({ length: queries }, (_, at) => Math.floor(at * step)).map((index) => ({
      text: all[index]?.text ?? "",
      keys: byIntent.get(all[index]?.intent ?? "") ?? new Set(),
      not: `thread:${index + 1}`,
    })),
  };
}

/** Qatar Living: new questions, and which of ten older threads each people judged to be about the same. */
export function relatedQuestions(): QuestionSet {
  const xml = gunzipSync(readFileSync(join(referenceRoot, "semeval2016-qatarliving/SemEval2016-Task3-CQA-QL-train-part2.xml.gz"))).toString("utf8");
  const documents: SearchDocument[] = [];
  const asked = new Map<string, Asked>();
  for (const [block, id = ""] of xml.matchAll(/<OrgQuestion ORGQ_ID="(\w+)"[\s\S]*?<\/OrgQuestion>/g)) {
    const inside = (tag: string) => htmlText(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(block)?.[1] ?? "");
    const key = `thread:${documents.length + 1}`;
    documents.push(searchDocument(key, { title: inside("RelQSubject"), body: inside("RelQBody") }));
    const question = asked.get(id) ?? { text: inside("OrgQSubject"), keys: new Set<string>() };
    if (!block.includes('RELQ_RELEVANCE2ORGQ="Irrelevant"')) question.keys.add(key);
    asked.set(id, question);
  }
  return { locale: "en", documents, queries: [...asked.values()] };
}

/** Every German article there is, for what is asked of single words. */
export function germanArticles(): SearchDocument[] {
  const gnome = gnomeHelp("de").documents.map(({ title, body }) => ({ title, body }));
  const alchemy = markdownPages("alchemy-insights-de/articles.tar.gz").map((page) => ({ title: titleOf(page), body: bodyOf(page) }));
  const debian = lines<{ question: string; answer_html: string }>("debian-faq/faq-de.jsonl.gz").map((pair) => ({ title: pair.question, body: htmlText(pair.answer_html) }));
  return [...gnome, ...alchemy, ...debian].map(({ title, body }, index) => searchDocument(`article:${index + 1}`, { locale: "de", title, body }));
}

function markdownPages(archive: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "kundig-quality-"));
  try {
    execFileSync("tar", ["xzf", join(referenceRoot, archive), "-C", folder]);
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
    return names.sort().map((name) => readFileSync(join(folder, name), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function titleOf(page: string): string {
  return /^title: (.*)$/m.exec(page)?.[1]?.trim().replace(/^"(.*)"$/, "$1").replaceAll('\\"', '"') ?? "";
}

function bodyOf(page: string): string {
  return page.replace(/^---\n[\s\S]*?\n---\n\s*(?:# .*\n)?/, "").replace(/\]\([^)]*\)/g, "]");
}

export function lines<T>(path: string): T[] {
  return gunzipSync(readFileSync(join(referenceRoot, path)))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
