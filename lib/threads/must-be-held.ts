import { isStaff, type Member } from "@/lib/members/actor";
import { looksLikeSpam } from "./looks-like-spam";

const linksOfNewMembers = 2;

/** Whether a human looks first. Only posts of members nobody knows yet, and only suspicious ones. */
export function mustBeHeld(author: Member, title: string, rendered: { text: string; links: string[] }): boolean {
  if (author.trust !== "new" || isStaff(author)) return false;
  const outside = rendered.links.filter((link) => /^(?:https?:)?\/\//i.test(link));
  return outside.length > linksOfNewMembers || looksLikeSpam(title, rendered.text);
}
