import { type Actor, isManager, isStaff } from "@/lib/members/actor";
import type { ArticleState } from "./input";

/** From which state an article may go where. An agent may publish alone; a review is offered, not forced. */
const transitions: Record<ArticleState, ArticleState[]> = {
  draft: ["in_review", "published", "archived"],
  in_review: ["draft", "approved", "published"],
  approved: ["draft", "scheduled", "published"],
  scheduled: ["draft", "published"],
  published: ["stale", "archived"],
  stale: ["published", "archived"],
  archived: ["draft"],
};

export function canWriteArticle(actor: Actor): boolean {
  return isStaff(actor);
}

export function canTransition(actor: Actor, from: ArticleState, to: ArticleState): boolean {
  if (!isStaff(actor) || !transitions[from].includes(to)) return false;
  return to !== "archived" || from === "draft" || isManager(actor);
}

export function nextStates(actor: Actor, from: ArticleState): ArticleState[] {
  return transitions[from].filter((to) => canTransition(actor, from, to));
}
