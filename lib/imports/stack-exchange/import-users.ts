import { inTransaction } from "@/db/client";
import { members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { htmlText } from "@/lib/platform/search/html-text";
import { batches } from "../batches";
import { freeHandles } from "../free-handles";
import { recordImported } from "../imported-objects";
import { cut, oneLine } from "../storable";
import { type ImportRun, instantOf, onlyNew, watchedRows } from "./import-run";
import type { Row } from "./read-rows";

const batchSize = 500;
const longestBio = 500;
const longestName = 60;

/** The people of the site become members without an address, so that nobody can sign in as them. */
export async function importUsers(run: ImportRun, note: (text: string) => void): Promise<void> {
  for await (const rows of batches(watchedRows(run, "Users", note), batchSize)) await importBatch(run, rows);
}

async function importBatch(run: ImportRun, rows: Row[]): Promise<void> {
  const { tally, site } = run;
  tally.read("users", rows.length);
  const { fresh } = await onlyNew(run, "user", "users", rows);
  if (fresh.length === 0) return;
  await inTransaction(async (tx) => {
    const people = fresh.map((row) => ({ row, displayName: nameOf(row), number: row.Id ?? "" }));
    const handles = await freeHandles(tx, people);
    const values = people.map(({ row, displayName }, at) => ({
      name: handles[at] ?? "",
      displayName,
      bio: cut(htmlText(row.AboutMe ?? ""), longestBio),
      locale: run.locale,
      mailNotifications: false,
      importedFrom: site.host,
      createdAt: instantOf(row.CreationDate) ?? now(),
      lastSeenAt: instantOf(row.LastAccessDate),
    }));
    const made = await tx.insert(members).values(values).returning({ id: members.id, name: members.name });
    const idOf = new Map(made.map(({ id, name }) => [name, id]));
    const pairs = fresh.map((row, at) => ({ externalId: row.Id ?? "", localId: idOf.get(handles[at] ?? "") ?? 0 }));
    await recordImported(tx, site.host, "user", "member", pairs);
    await recordAudit(tx, run.actor, "import.users", { kind: "import", id: site.host }, { count: fresh.length });
  });
  tally.imported("users", fresh.length);
  run.committed("users");
}

function nameOf(row: Row): string {
  return oneLine(row.DisplayName ?? "", longestName) || `user${row.Id ?? ""}`;
}
