import { Forbidden } from "@/lib/platform/errors";
import type { Actor, Member } from "./actor";

/** The member whose own account this is about. Unlike requireMember it lets suspended members in: they may still leave, or lock others out. */
export function ownAccount(actor: Actor): Member {
  if (actor.kind !== "member") throw new Forbidden("error.signIn");
  return actor;
}
