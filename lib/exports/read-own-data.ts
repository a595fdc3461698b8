import { eq, getTableColumns } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { publicUrl } from "@/lib/platform/config";
import { site } from "@/lib/platform/site";
import { type ExportPart, exportParts, leftOut } from "./export-parts";
import { readAboutPosts } from "./read-about-posts";
import { readOwnConversations } from "./read-own-conversations";

/** Everything the community holds about a member, for the member; paths begin at the address named in it. */
export async function readOwnData(memberId: number): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = { community: site.community, address: publicUrl(), madeAt: now() };
  for (const [name, part] of Object.entries(exportParts)) data[name] = await readPart(part, memberId);
  return { ...data, ...(await readAboutPosts(memberId)), conversations: await readOwnConversations(memberId) };
}

/** Without the columns that name somebody else. */
async function readPart({ by, without = [], also = {} }: ExportPart, memberId: number): Promise<object[]> {
  const hidden = [...without, ...leftOut.flatMap(({ columns }) => columns), ...(by.primary && by.name === "id" ? [] : [by])];
  const columns: Record<string, PgColumn> = getTableColumns(by.table);
  const shown = Object.fromEntries(Object.entries(columns).filter(([, column]) => !hidden.includes(column)));
  return db.select({ ...shown, ...also }).from(by.table).where(eq(by, memberId)).orderBy(columns.id ?? columns.createdAt ?? by);
}
