import { type SQL, sql } from "drizzle-orm";
import { articles } from "@/db/schema";
import { visibleCategories } from "@/lib/categories/visible";
import { type Actor, isStaff } from "@/lib/members/actor";

/** Who may open an article: what is live, for those who see its category; everything for staff. */
export function visibleArticles(actor: Actor): SQL {
  return isStaff(actor) ? sql`true` : listedArticles(actor);
}

/** What lists and search show. */
export function listedArticles(actor: Actor): SQL {
  return sql`(${articles.state} in ('published', 'stale') and ${articles.liveRevisionId} is not null
    and ${articles.categoryId} in (select "categories"."id" from "categories" where ${visibleCategories(actor)}))`;
}
