import { type SQL, sql } from "drizzle-orm";
import { departments, macros } from "@/db/schema";
import { isManager, type Member } from "@/lib/members/actor";

/** One's own; what is approved for one's departments; managers also what is proposed, and of all departments. */
export function visibleMacros(actor: Member): SQL {
  const own = sql`${macros.ownerId} = ${actor.id}`;
  if (isManager(actor)) return sql`(${own} or ${macros.state} in ('proposed', 'approved'))`;
  const here = sql`array(select slug from ${departments} where id = any(${sql.param(actor.departments)}::bigint[]))`;
  return sql`(${own} or ${macros.state} = 'approved' and (cardinality(${macros.departments}) = 0 or ${macros.departments} && ${here}))`;
}
