import type { Locale } from "@/lib/platform/i18n/locale";

export type Role = "member" | "expert" | "agent" | "manager" | "admin";
export type Trust = "new" | "known" | "helper";

export type Member = {
  kind: "member";
  id: number;
  name: string;
  displayName: string;
  role: Role;
  locale: Locale;
  trust: Trust;
  /** Categories in which this member is an expert. */
  expertIn: number[];
  /** Departments this member of staff belongs to. */
  departments: number[];
  suspendedUntil: Date | null;
};
export type Visitor = { kind: "visitor" };
export type System = { kind: "system"; job: string };

/** Who acts. Never undefined: "nobody" is a visitor, a job is the system. */
export type Actor = Member | Visitor | System;

export const visitor: Visitor = { kind: "visitor" };
export const system = (job: string): System => ({ kind: "system", job });

/** Agents, managers and admins; the system acts with their rights. */
export function isStaff(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "member" && actor.role !== "member" && actor.role !== "expert");
}

export function isManager(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "member" && (actor.role === "manager" || actor.role === "admin"));
}

export function isAdmin(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "member" && actor.role === "admin");
}

export function memberId(actor: Actor): number | null {
  return actor.kind === "member" ? actor.id : null;
}
