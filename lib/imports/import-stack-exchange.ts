import { type Actor, isAdmin } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { locales } from "@/lib/platform/i18n/locale";
import { parseInput } from "@/lib/platform/parse-input";
import { indexChanges } from "@/lib/search/index-changes";
import { z } from "zod";
import { findCategoryFor } from "./find-category";
import { type ImportHooks, type ImportReport, unwatched } from "./import-report";
import { countImported } from "./imported-objects";
import { runAlone } from "./run-alone";
import { findSite, type Site } from "./stack-exchange/find-site";
import { importAcceptances } from "./stack-exchange/import-acceptances";
import { importAnswers } from "./stack-exchange/import-answers";
import { importComments } from "./stack-exchange/import-comments";
import { importPostLinks } from "./stack-exchange/import-post-links";
import { importQuestions } from "./stack-exchange/import-questions";
import type { ImportRun } from "./stack-exchange/import-run";
import { importTags } from "./stack-exchange/import-tags";
import { importUsers } from "./stack-exchange/import-users";
import { importVotes, newestBefore } from "./stack-exchange/import-votes";
import { type Dump, openDump, tables } from "./stack-exchange/open-dump";
import { rewriteLinks } from "./stack-exchange/rewrite-links";
import { Tally } from "./tally";

const input = z.object({
  folder: z.string().min(1),
  /** "cardano.stackexchange.com"; otherwise Sites.xml or the folder's name tells. */
  site: z.string().min(3).optional(),
  category: z.string().min(1).max(60).optional(),
  locale: z.enum(locales).default("en"),
  batchSize: z.number().int().min(1).max(1_000).default(200),
});

/**
 * Takes a complete Stack Exchange dump over, in one stream and small transactions. Each transaction holds both
 * what it makes and the note of where that came from: after a crash the next run goes on where this one
 * stopped, and a run over what is already here changes nothing. Nobody is notified and no ladder starts.
 */
export async function importStackExchange(actor: Actor, given: unknown, { watch = unwatched, committed = () => {} }: ImportHooks = {}): Promise<ImportReport> {
  const { folder, site: told, category: wanted, locale, batchSize } = parseInput(input, given);
  assertCan(isAdmin(actor));
  const dump = openDump(folder);
  const site = await findSite(dump.folder, told);
  return runAlone(site.host, async () => {
    const category = await findCategoryFor(actor, { slug: wanted ?? site.host, name: site.name, from: site.host });
    const run: ImportRun = { actor, dump, site, locale, category, tally: new Tally(), watch, batchSize, committed };
    const before = await countImported(site.host);
    await importAll(run);
    for (const table of tables) if (!dump.has(table)) run.tally.notes.push(`The dump comes without ${table}.xml.`);
    for (const file of dump.unused) run.tally.notes.push(`${file} was not read: nothing here is made of it.`);
    return { source: site.host, category: category.slug, tally: run.tally, mismatches: [...run.tally.mismatches(), ...(await missing(site, run.tally, before))] };
  });
}

async function importAll(run: ImportRun): Promise<void> {
  const { watch } = run;
  const before = await newestBefore();
  await watch("Users", (note) => importUsers(run, note));
  const tags = await watch("Tags", (note) => importTags(run, note));
  await watch("Questions and tag wikis", (note) => importQuestions(run, tags, note));
  await watch("Answers", (note) => importAnswers(run, note));
  await watch("Accepted marks", (note) => importAcceptances(run, note));
  await watch("Comments", (note) => importComments(run, note));
  await watch("Votes", (note) => importVotes(run, before, note));
  await watch("Closed as duplicates", (note) => importPostLinks(run, note));
  await watch("Badges", () => readBadges(run, run.dump));
  await watch("Links between posts", (note) => rewriteLinks(run, note));
  await watch("Search index", () => indexChanges());
}

async function readBadges(run: ImportRun, dump: Dump): Promise<void> {
  for await (const _ of dump.rows("Badges")) {
    run.tally.read("badges");
    run.tally.skip("badges", "there are no badges here");
  }
}

/** The books are checked against the database: it must hold just what was booked as imported. */
async function missing(site: Site, tally: Tally, before: Map<string, number>): Promise<string[]> {
  const there = await countImported(site.host);
  const kinds = { users: "user member", tags: "tag tag", questions: "post thread", answers: "post answer", comments: "comment comment", "accepted marks": "acceptance answer" };
  return Object.entries(kinds).flatMap(([kind, stored]) => {
    const { imported } = tally.of(kind);
    const more = (there.get(stored) ?? 0) - (before.get(stored) ?? 0);
    return more === imported ? [] : [`${kind}: ${imported} booked as imported, the database holds ${more} more than before`];
  });
}
