import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { settings } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { monthsIn } from "./get-keep-months";
import { canShapeCompany } from "./permissions";

export type CompanyView = { name: string; legalName: string; keepMonths: number; popularSearches: { de: string[]; en: string[] } };

/** What managers can say about the company. */
export async function getCompany(actor: Actor): Promise<CompanyView> {
  assertCan(canShapeCompany(actor));
  const rows = await db.select().from(settings).where(inArray(settings.key, ["company.name", "company.legalName", "company.popularSearches", "conversations.keepMonths"]));
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  const searches = value("company.popularSearches") as { de?: unknown; en?: unknown } | undefined;
  return {
    name: textOf(value("company.name")),
    legalName: textOf(value("company.legalName")),
    keepMonths: monthsIn(value("conversations.keepMonths")),
    popularSearches: { de: linesOf(searches?.de), en: linesOf(searches?.en) },
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function linesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((line) => typeof line === "string") : [];
}
