import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { importedObjects, tags } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { slugOf } from "@/lib/platform/slug";
import { batches } from "../batches";
import { recordImported } from "../imported-objects";
import { type ImportRun, onlyNew, watchedRows } from "./import-run";
import type { Row } from "./read-rows";

/** A site has some thousands of tags, so all of them are kept at hand. */
export type Tags = {
  /** Ours, by their name over there. */
  idOf: Map<string, number>;
  /** By the number of the post that describes them. */
  ofWiki: Map<string, { tag: string; part: "excerpt" | "wiki" }>;
};

/** Tags of the site; where we have one with the same address, it is the same tag. */
export async function importTags(run: ImportRun, note: (text: string) => void): Promise<Tags> {
  const known: Tags = { idOf: new Map(), ofWiki: new Map() };
  for await (const rows of batches(watchedRows(run, "Tags", note), 500)) {
    run.tally.read("tags", rows.length);
    const { fresh } = await onlyNew(run, "tag", "tags", rows);
    for (const { TagName = "", ExcerptPostId, WikiPostId } of rows) {
      if (ExcerptPostId) known.ofWiki.set(ExcerptPostId, { tag: TagName, part: "excerpt" });
      if (WikiPostId) known.ofWiki.set(WikiPostId, { tag: TagName, part: "wiki" });
    }
    if (fresh.length > 0) {
      await inTransaction(async (tx) => {
        await insertTags(tx, run, fresh.map((row) => ({ externalId: row.Id ?? "", name: row.TagName ?? "" })));
        await recordAudit(tx, run.actor, "import.tags", { kind: "import", id: run.site.host }, { count: fresh.length });
      });
      run.tally.imported("tags", fresh.length);
      run.committed("tags");
    }
    await learnTags(run, known, rows);
  }
  return known;
}

/** Tags that posts carry though Tags.xml does not know them. */
export async function ensureTags(tx: Tx, run: ImportRun, known: Tags, names: string[]): Promise<void> {
  const missing = [...new Set(names)].filter((name) => !known.idOf.has(name));
  if (missing.length === 0) return;
  const found = await readTags(tx, run.site.host, missing.map((name) => `name:${name}`));
  const fresh = missing.filter((name) => !found.has(`name:${name}`));
  const made = await insertTags(tx, run, fresh.map((name) => ({ externalId: `name:${name}`, name })));
  for (const name of missing) {
    const id = found.get(`name:${name}`) ?? made.get(`name:${name}`);
    if (id) known.idOf.set(name, id);
  }
}

async function learnTags(run: ImportRun, known: Tags, rows: Row[]): Promise<void> {
  const ids = await inTransaction((tx) => readTags(tx, run.site.host, rows.flatMap((row) => row.Id ?? [])));
  for (const row of rows) {
    const id = ids.get(row.Id ?? "");
    if (id && row.TagName) known.idOf.set(row.TagName, id);
  }
}

async function readTags(tx: Tx, source: string, externalIds: string[]): Promise<Map<string, number>> {
  if (externalIds.length === 0) return new Map();
  const rows = await tx
    .select({ externalId: importedObjects.externalId, id: importedObjects.localId })
    .from(importedObjects)
    .where(and(eq(importedObjects.source, source), eq(importedObjects.kind, "tag"), inArray(importedObjects.externalId, externalIds)));
  return new Map(rows.map((row) => [row.externalId, row.id]));
}

async function insertTags(tx: Tx, run: ImportRun, wanted: { externalId: string; name: string }[]): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  for (const { externalId, name } of wanted) {
    const slug = tagSlug(name);
    const values = { slug, name: name.slice(0, 40), createdAt: now() };
    await tx.insert(tags).values(values).onConflictDoNothing();
    const [row] = await tx.select({ id: tags.id }).from(tags).where(eq(tags.slug, slug));
    if (row) made.set(externalId, row.id);
  }
  await recordImported(tx, run.site.host, "tag", "tag", [...made].map(([externalId, localId]) => ({ externalId, localId })));
  return made;
}

/** "c", "c++" and "c#" are three. */
export function tagSlug(name: string): string {
  const spelled = name.replace(/\+/g, " plus ").replace(/#/g, " sharp ").replace(/^\./, "dot ");
  return slugOf(spelled, "tag").slice(0, 40).replace(/-+$/, "");
}
