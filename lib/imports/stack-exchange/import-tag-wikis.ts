import { eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { tags as tagsTable } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { recordImported } from "../imported-objects";
import { dropPages } from "../show-change";
import { convertHtml, drawBody } from "./convert-body";
import { type ImportRun, onlyNew } from "./import-run";
import type { Tags } from "./import-tags";
import type { Row } from "./read-rows";

/** The short and the long description of a tag become one, with a line that says where it is from. */
export async function importTagWikis(run: ImportRun, tags: Tags, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { tally, site } = run;
  tally.read("tag wikis", rows.length);
  const { fresh } = await onlyNew(run, "tag_wiki", "tag wikis", rows);
  const skipped: string[] = [];
  const described = fresh.flatMap((row) => {
    const wiki = tags.ofWiki.get(row.Id ?? "");
    const tagId = wiki && tags.idOf.get(wiki.tag);
    if (!wiki || !tagId) return (skipped.push("of a tag that is not in Tags.xml"), []);
    if (!row.Body?.trim()) return (skipped.push("empty"), []);
    return [{ externalId: row.Id ?? "", tagId, tag: wiki.tag, part: wiki.part, text: convertHtml(row.Body, site.host, run.locale).body, license: row.ContentLicense }];
  });
  const done = await inTransaction(async (tx) => {
    const made: { externalId: string; localId: number }[] = [];
    for (const { externalId, tagId, tag, part, text, license = "CC BY-SA" } of described) {
      const [before] = await tx.select({ description: tagsTable.description }).from(tagsTable).where(eq(tagsTable.id, tagId)).for("no key update");
      const source = sourceLine(site.host, tag, license);
      const own = ownPart(before?.description ?? "", site.host);
      if (own === null) continue;
      const description = [...(part === "excerpt" ? [text, own] : [own, text]).filter(Boolean), source].join("\n\n");
      await tx.update(tagsTable).set({ description, descriptionHtml: drawBody(description, run.locale).bodyHtml }).where(eq(tagsTable.id, tagId));
      made.push({ externalId, localId: tagId });
    }
    await recordImported(tx, site.host, "tag_wiki", "tag", made);
    if (made.length > 0) await recordAudit(tx, run.actor, "import.tag_wikis", { kind: "import", id: site.host }, { count: made.length });
    await dropPages(tx, made.map(({ localId }) => `tag:${localId}`));
    return made.length;
  });
  tally.imported("tag wikis", done);
  tally.skip("tag wikis", "the tag is described here already", described.length - done);
  for (const reason of skipped) tally.skip("tag wikis", reason);
  if (done > 0) run.committed("tag wikis");
}

const sourceLine = (host: string, tag: string, license: string) =>
  `*[${host}](https://${host}/tags/${encodeURIComponent(tag)}/info), ${license}*`;

/** What the description says without the line of its source; null when somebody here wrote it. */
function ownPart(description: string, host: string): string | null {
  if (!description) return "";
  const at = description.lastIndexOf(`*[${host}](https://${host}/tags/`);
  return at < 0 ? null : description.slice(0, at).trim();
}
