import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations, holds } from "@/db/schema";
import { isNotHeld } from "@/lib/holds/is-held";
import { count, type Finding, fine } from "./finding";

/** What is kept from being deleted: nothing is wrong with it, but nobody should forget it. */
export async function checkHolds(): Promise<Finding[]> {
  const [held, kept] = await Promise.all([db.$count(holds), db.$count(conversations, sql`not ${isNotHeld}`)]);
  if (held === 0) return [fine("holds", "nothing is held")];
  return [fine("holds", `${count(held, "legal hold")} keep ${count(kept, "conversation")} from being deleted (see /staff/settings/holds)`)];
}
