import { db, type Tx } from "@/db/client";
import { NotFound } from "@/lib/platform/errors";
import { type Department, loadDepartments } from "./load-departments";

/** By id or by slug; throws NotFound. */
export async function findDepartment(idOrSlug: number | string, tx: Pick<Tx, "select"> = db): Promise<Department> {
  const found = (await loadDepartments(tx)).find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
  if (!found) throw new NotFound();
  return found;
}

/** The one that looks after a thread: its category's, else the first there is. Null when there is none at all. */
export async function departmentOf(
  thread: { departmentId: number | null },
  tx: Pick<Tx, "select"> = db,
): Promise<Department | null> {
  const all = await loadDepartments(tx);
  return all.find(({ id }) => id === thread.departmentId) ?? all[0] ?? null;
}
