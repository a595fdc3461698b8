import { eq, sql } from "drizzle-orm";
import { basename, resolve } from "node:path";
import { z } from "zod";
import { db, inTransaction } from "@/db/client";
import { articles, importedObjects } from "@/db/schema";
import { type Actor, isAdmin } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { InvalidInput } from "@/lib/platform/errors";
import { href, locales } from "@/lib/platform/i18n/locale";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { Mistake } from "@/lib/platform/mistake";
import { parseInput } from "@/lib/platform/parse-input";
import { slugOf } from "@/lib/platform/slug";
import { indexChanges } from "@/lib/search/index-changes";
import { batches } from "./batches";
import { findCategoryFor } from "./find-category";
import { type ImportHooks, type ImportReport, unwatched } from "./import-report";
import { bringArticles, type Draft, findUnchanged, type Outcome, type Wanted } from "./markdown/bring-articles";
import { findOwner } from "./markdown/find-owner";
import { type Defaults, parseArticle } from "./markdown/parse-article";
import { pathKey, prepareBody } from "./markdown/prepare-body";
import { type MarkdownFile, readMarkdownFiles } from "./markdown/read-files";
import { runAlone } from "./run-alone";
import { Tally } from "./tally";

const input = z.object({
  folder: z.string().min(1),
  /** For files that do not name their language. */
  locale: z.enum(locales).default("en"),
  category: z.string().min(1).max(60).optional(),
  /** Whose texts these are; otherwise the files or the folder's name tell. */
  source: z.string().min(1).max(120).optional(),
  /** Where they stand; links to what is not among them lead there. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  license: z.string().min(1).max(120).optional(),
  owner: z.email().optional(),
});

type Run = {
  actor: Actor;
  folder: string;
  source: string;
  defaults: Defaults;
  ownerId: number;
  category: { id: number; slug: string; pages: string[] };
  tally: Tally;
  committed: (kind: string) => void;
  /** What a file is known by, by its path. */
  idOfPath: Map<string, string>;
};

/** Takes over how-to articles written in Markdown. May be run again: what changed over there becomes a new revision. */
export async function importMarkdown(actor: Actor, given: unknown, { watch = unwatched, committed = () => {} }: ImportHooks = {}): Promise<ImportReport> {
  const { folder, locale, category: wanted, source: told, url, license, owner } = parseInput(input, given);
  assertCan(isAdmin(actor));
  const name = told ?? basename(resolve(folder)).replace(/\.(tar\.gz|tgz|tar|md|markdown)$/i, "");
  const source = `markdown:${slugOf(name)}`;
  return runAlone(source, async () => {
    const defaults = { source: name, isForeign: told !== undefined, url, license, locale };
    const run: Run = { actor, folder, source, defaults, committed, tally: new Tally(), idOfPath: new Map(), ownerId: 0, category: { id: 0, slug: "", pages: [] } };
    await watch("Looking through the files", () => learnPaths(run));
    run.ownerId = await findOwner(source, name, owner);
    run.category = await findCategoryFor(actor, { slug: wanted ?? name, name, from: name });
    await watch("Articles", (note) => bringAll(run, note));
    await watch("Translations", () => linkTranslations(run));
    await watch("Search index", () => indexChanges());
    return { source: name, category: run.category.slug, tally: run.tally, mismatches: run.tally.mismatches() };
  });
}

async function learnPaths(run: Run): Promise<void> {
  const taken = new Set<string>();
  let files = 0;
  for await (const file of readMarkdownFiles(run.folder)) {
    files += 1;
    const article = parseArticle(file, run.defaults);
    if (typeof article === "string" || taken.has(article.externalId)) continue;
    taken.add(article.externalId);
    run.idOfPath.set(pathKey(file.path), article.externalId);
  }
  if (files === 0) throw new Mistake(`${resolve(run.folder)} holds no Markdown files.`);
}

/** A second time for links to what was not there yet: only now every article has an address. */
async function bringAll(run: Run, note: (text: string) => void): Promise<void> {
  const { pictures, open } = await bringOnce(run, note, readMarkdownFiles(run.folder), true);
  const { imported, updated } = run.tally.of("articles");
  if (imported > 0 && open.size > 0) await bringOnce(run, (text) => note(`links ${text}`), filesAt(run, open), false);
  if (pictures > 0 && imported + updated > 0) run.tally.notes.push(`${pictures} pictures did not come along; what they show stands in words.`);
}

async function* filesAt(run: Run, paths: Set<string>): AsyncGenerator<MarkdownFile> {
  for await (const file of readMarkdownFiles(run.folder)) if (paths.has(file.path)) yield file;
}

async function bringOnce(run: Run, note: (text: string) => void, files: AsyncIterable<MarkdownFile>, isFirst: boolean) {
  const homes = await readHomes(run);
  const homeOf = (path: string) => homes.get(run.idOfPath.get(path) ?? "") ?? null;
  const open = new Set<string>();
  let pictures = 0;
  let done = 0;
  for await (const some of batches(files, 50)) {
    const drafts: Draft[] = [];
    const refused: string[] = [];
    for (const file of some) {
      const article = parseArticle(file, run.defaults);
      if (typeof article === "string") refused.push(article);
      else if (run.idOfPath.get(pathKey(file.path)) !== article.externalId) refused.push("another file has the same id");
      else {
        const prepared = prepareBody(article, homeOf, run.defaults.url);
        pictures += prepared.pictures;
        if (prepared.open > 0) open.add(file.path);
        if (prepared.body) drafts.push({ file: article, body: prepared.body });
        else refused.push("without a text");
      }
    }
    const outcomes = await bring(run, drafts, refused);
    if (isFirst) {
      run.tally.read("articles", some.length);
      for (const reason of refused) run.tally.skip("articles", reason);
      for (const outcome of outcomes) book(run.tally, outcome);
    }
    done += some.length;
    note(`${done} of ${isFirst ? run.idOfPath.size : "them"}`);
    run.committed("articles");
  }
  return { pictures, open };
}

/** What is here as it should be is not even drawn. */
async function bring(run: Run, drafts: Draft[], refused: string[]): Promise<Outcome[]> {
  const isHere = await findUnchanged(run.source, drafts);
  const wanted: Wanted[] = [];
  for (const draft of drafts.filter((each) => !isHere(each))) {
    try {
      const { html, toc } = renderMarkdown(draft.body, { article: true, locale: draft.file.locale });
      wanted.push({ ...draft, bodyHtml: html, toc });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      refused.push("too long or too intricate to draw");
    }
  }
  const known = drafts.filter(isHere).map(() => "known" as const);
  return [...known, ...(await bringArticles(run, wanted))];
}

function book(tally: Tally, outcome: Outcome): void {
  if (outcome === "imported") tally.imported("articles");
  else if (outcome === "updated") tally.updated("articles");
  else if (outcome === "known") tally.known("articles");
  else tally.skip("articles", "changed by people here since; theirs stays");
}

/** Drafts are nowhere yet. */
async function readHomes(run: Run): Promise<Map<string, string>> {
  const rows = await db
    .select({ externalId: importedObjects.externalId, id: articles.id, slug: articles.slug, locale: articles.locale })
    .from(importedObjects)
    .innerJoin(articles, eq(articles.id, importedObjects.localId))
    .where(sql`${importedObjects.source} = ${run.source} and ${importedObjects.kind} = 'article' and ${articles.liveRevisionId} is not null`);
  return new Map(rows.map(({ externalId, id, slug, locale }) => [externalId, href(locale, `/kb/${id}/${slug}`)]));
}

/** Articles with the same id in two languages are translations of the one that was first. */
async function linkTranslations(run: Run): Promise<void> {
  await inTransaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      with family as (
        select local_id as id, min(local_id) over (partition by substr(external_id, 4)) as first
        from imported_objects where source = ${run.source} and kind = 'article'
      )
      update articles set translation_of_id = family.first from family
      where articles.id = family.id and family.first <> family.id and articles.translation_of_id is null`);
    if (rowCount) run.tally.notes.push(`${rowCount} articles are translations of others.`);
  });
}
