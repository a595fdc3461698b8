import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { inTransaction } from "@/db/client";
import { step } from "@/bin/lib/steps.mjs";
import { eraseAccounts } from "@/lib/members/erase-accounts";
import { restoreBackup } from "@/lib/platform/backup/restore-backup";
import { Mistake } from "@/lib/platform/mistake";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { rebuildSearch } from "@/lib/search/rebuild-search";

/** Loads a backup into an empty database. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { force: { type: "boolean", default: false } } });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    console.error("Usage: npm run kundig -- restore <file.tar.gz> [--force]");
    return 2;
  }
  const embedded = process.env.KUNDIG_EMBEDDED === "1";
  if (values.force && !embedded) throw new Mistake("--force replaces only the embedded database: give it an empty one, as with createdb.");
  const path = resolve(file);
  const url = process.env.DATABASE_URL ?? "";
  const report = await step(`Restoring ${path}`, (note) => restoreBackup(url, path, { replace: values.force, tell: note }));
  // Before anything of them is found again.
  await step("Erasing the accounts that were deleted by then", eraseAccounts);
  // A site that was already running on the empty database shows what is there now.
  await inTransaction((tx) => invalidatePages(tx, "home:en", "home:de", "kb:en", "kb:de", "categories", "tags", "search"));
  const search = await step("Building the search index", (note) => rebuildSearch((_, done) => note(`${done} documents`)));
  const number = new Intl.NumberFormat("en");
  console.log(`The state of ${report.createdAt}: ${number.format(report.rows)} rows in ${Object.keys(report.tables).length} tables and ${number.format(report.files)} files, all counted and with the right hashes.`);
  console.log(`${number.format(search.documents)} documents can be found. Everybody has to sign in again; links sent by mail no longer work.`);
  console.log("Whoever deleted their account after that has it again: backups should not be kept longer than the words in them.");
  if (report.lettersKept > 0) console.log(`${report.lettersKept} letters that waited are kept at /staff/mail instead of being sent a second time.`);
  if (!report.jobs) console.log("Jobs that waited are not restored: another version of the queue had written them.");
  if (report.missing.length > 0) console.log(`${report.missing.length} files were already missing when the backup was made.`);
  return 0;
}
