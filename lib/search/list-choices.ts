import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { popularIn } from "@/lib/settings/get-popular-searches";
import { productNames } from "@/lib/settings/get-products";
import { visibleTags } from "@/lib/tags/visible";

export type SearchChoices = { tags: { slug: string; name: string }[]; products: string[]; popular: string[] };

const mostTags = 50;

/** What the search page offers to choose from: the tags used most where `actor` may look, what the company makes, what others look for. One query. */
export async function listSearchChoices(actor: Actor, locale: Locale): Promise<SearchChoices> {
  const { rows } = await db.execute<{ tags: { slug: string; name: string }[]; products: unknown; popular: unknown }>(sql`
    select
      (select coalesce(json_agg(used), '[]') from (
        select slug, name from tags where ${visibleTags(actor)} order by thread_count desc, id desc limit ${mostTags}
      ) as used) as tags,
      (select value from settings where key = 'company.products') as products,
      (select value from settings where key = 'company.popularSearches') as popular`);
  const [found] = rows;
  return { tags: found?.tags ?? [], products: productNames(found?.products), popular: popularIn(locale, found?.popular) };
}
