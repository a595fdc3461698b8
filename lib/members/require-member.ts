import { now } from "@/lib/platform/clock";
import { Forbidden } from "@/lib/platform/errors";
import type { Actor, Member } from "./actor";

/** The signed-in member behind `actor`; refuses visitors and those who are suspended. */
export function requireMember(actor: Actor): Member {
  if (actor.kind !== "member") throw new Forbidden("error.signIn");
  if (actor.suspendedUntil && actor.suspendedUntil > now()) throw new Forbidden("error.suspended");
  return actor;
}

/** Throws when a permission says no. */
export function assertCan(allowed: boolean): asserts allowed {
  if (!allowed) throw new Forbidden();
}
