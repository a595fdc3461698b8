import { parse } from "yaml";
import type { Attribution } from "@/db/schema";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { plainText } from "@/lib/platform/markdown/plain-text";
import { cut, oneLine, storable } from "../storable";
import type { MarkdownFile } from "./read-files";

export type ArticleFile = {
  path: string;
  /** The same in every language. */
  family: string;
  externalId: string;
  locale: Locale;
  title: string;
  summary: string;
  /** Without front matter; links and pictures still as they were written. */
  body: string;
  published: boolean;
  writtenAt: Date | null;
  /** Null: one's own, moved here from another place. */
  attribution: Attribution | null;
};
export type Defaults = { source: string; /** Somebody said whose texts these are. */ isForeign: boolean; url?: string; license?: string; locale: Locale };

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** An article from a file: what stands above it, or its heading and path, tells the rest. A string says why it is none. */
export function parseArticle(file: MarkdownFile, defaults: Defaults): ArticleFile | string {
  const text = storable(file.text);
  const [head = "", yaml = ""] = frontMatter.exec(text) ?? [];
  const about = readYaml(yaml);
  if (!about) return "its front matter can't be read";
  const written = text.slice(head.length).replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const heading = firstHeading(written);
  const title = oneLine(about.title || heading?.text || "", 160);
  if (!title) return "without a title";
  const body = (heading && sameWords(heading.text, title) ? written.slice(0, heading.start) + written.slice(heading.end) : written).trim();
  if (!body) return "without a text";
  const language = (about.lang || about.language || about.locale || about["ms.contentlocale"] || defaults.locale).slice(0, 2).toLowerCase();
  if (!isLocale(language)) return `in a language that is not spoken here (${language})`;
  const family = familyOf(file.path, language, about.id);
  return {
    path: file.path,
    family,
    externalId: `${language}:${family}`,
    locale: language,
    title,
    summary: oneLine(about.description || about.summary || "", 400),
    body,
    published: !/^(true|yes)$/i.test(about.draft ?? "") && !/^(false|no)$/i.test(about.published ?? "") && !/^draft$/i.test(about.state ?? about.status ?? ""),
    writtenAt: dateOf(about.date || about["ms.date"] || about.updated || ""),
    attribution: attributionOf(about, family, defaults),
  };
}

type About = Record<string, string | undefined>;

function readYaml(yaml: string): About | null {
  try {
    const read: unknown = yaml ? parse(yaml, { schema: "failsafe" }) : {};
    if (typeof read !== "object" || read === null) return null;
    const texts = Object.entries(read).flatMap(([name, value]) => (typeof value === "string" ? [[name, value.trim()]] : []));
    return Object.fromEntries(texts) as About;
  } catch {
    return null;
  }
}

const heading1 = /^((?:\s|<!--[\s\S]*?-->)*)(#[ \t]+[^\n]*|[^\s#>|`*+-][^\n]*\n=+[ \t]*)(?:\n|$)/;

/** The heading the text begins with, if it does. Found without parsing all of it, which takes far longer. */
function firstHeading(body: string): { text: string; start: number; end: number } | null {
  const [, before = "", written = ""] = heading1.exec(body) ?? [];
  if (!written) return null;
  return { text: plainText(written.replace(/<\/?a\b[^>]*>/gi, "")), start: before.length, end: before.length + written.length };
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words(one) === words(other);
}

/** "de/gnome-help/a11y.md" is the German of "gnome-help/a11y". */
function familyOf(path: string, locale: Locale, id: string | undefined): string {
  const parts = path.replace(/\.(md|markdown)$/i, "").split("/").filter((part) => part && part !== "..");
  const name = parts.pop() ?? "";
  const above = parts.filter((part) => !new RegExp(`^${locale}([-_][a-z]{2})?$`, "i").test(part));
  return cut([...above, id || name.replace(new RegExp(`\\.${locale}$`, "i"), "")].join("/"), 300);
}

/** 2021-08-13 or, as Americans write, 08/13/2021. */
function dateOf(text: string): Date | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const date = american ? new Date(Date.UTC(Number(american[3]), Number(american[1]) - 1, Number(american[2]))) : new Date(text);
  return text === "" || Number.isNaN(date.getTime()) || date > new Date() ? null : date;
}

/** Whose text it is; nobody's word needed where neither the file nor the one who imports it names a source or licence. */
function attributionOf(about: About, family: string, { source, isForeign, url, license }: Defaults): Attribution | null {
  const named = about.license || about.licence || license || "";
  if (!named && !isForeign && !about.source) return null;
  const site = about.source || source;
  const own = about.source_url || about.original_url || about.canonical_url || about.url || "";
  const address = URL.canParse(own) ? own : url && URL.canParse(family, url.endsWith("/") ? url : `${url}/`) ? new URL(family, url.endsWith("/") ? url : `${url}/`).href : "";
  return { site, url: address, author: about.author || site, authorUrl: null, license: named };
}
