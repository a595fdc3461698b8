import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { readStored } from "@/lib/platform/files/storage";
import { bad, count, type Finding, fine } from "./finding";

const area = "files";
const portion = 500;

/** Whether every stored file is where its row says. What is gone can only come back from a backup. */
export async function checkFiles(): Promise<Finding[]> {
  const missing: string[] = [];
  let all = 0;
  for (let after = ""; ; ) {
    const { rows } = await db.execute<{ id: string }>(sql`select id from files where id > ${after} order by id limit ${portion}`);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    all += rows.length;
    for (const { id } of rows) if (!(await readStored(id, { start: 0, end: 0 }))?.length) missing.push(id);
  }
  if (missing.length === 0) return [fine(area, `all ${count(all, "file")} are in the storage`)];
  return [bad(area, `${count(missing.length, "file")} of ${all} are missing in the storage: ${missing.slice(0, 5).join(", ")}`)];
}
