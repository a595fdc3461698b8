import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Watch } from "../import-report";
import { findImported } from "../imported-objects";
import type { Tally } from "../tally";
import type { Site } from "./find-site";
import type { Dump, Table } from "./open-dump";
import type { Row } from "./read-rows";

/** What every part of one import of one dump knows. */
export type ImportRun = {
  actor: Actor;
  dump: Dump;
  site: Site;
  locale: Locale;
  category: { id: number; pages: string[] };
  tally: Tally;
  watch: Watch;
  /** Posts in one transaction. */
  batchSize: number;
  /** Called after each batch has committed. */
  committed: (kind: string) => void;
};

/** The rows of a table, with a line that says how far we are. */
export function watchedRows(run: ImportRun, table: Table, note: (text: string) => void): AsyncGenerator<Row> {
  return run.dump.rows(table, (part) => note(`${Math.floor(part * 100)} %`));
}

/** Parts rows into those that are new and those that were imported before; counts all but the new ones. */
export async function onlyNew(run: ImportRun, kind: string, bookedAs: string, rows: Row[]): Promise<{ fresh: Row[]; known: Row[] }> {
  const found = await findImported(run.site.host, kind, rows.flatMap((row) => row.Id ?? []));
  const seen = new Set<string>();
  const fresh: Row[] = [];
  const known: Row[] = [];
  for (const row of rows) {
    if (!row.Id) {
      run.tally.skip(bookedAs, "without an id");
    } else if (seen.has(row.Id)) {
      run.tally.skip(bookedAs, "twice in the file");
    } else if (found.has(row.Id)) {
      known.push(row);
    } else {
      fresh.push(row);
    }
    if (row.Id) seen.add(row.Id);
  }
  run.tally.known(bookedAs, known.length);
  return { fresh, known };
}

/** Dumps write UTC without saying so. */
export function instantOf(text: string | undefined): Date | null {
  if (!text) return null;
  const instant = new Date(/[zZ]$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
