import { type Actor, isManager, isStaff, type Member } from "@/lib/members/actor";
import { canWrite } from "@/lib/threads/permissions";

export type MacroState = "own" | "proposed" | "approved" | "refused";
type MacroFacts = { ownerId: number | null; state: MacroState };
export type MacroCan = { edit: boolean; propose: boolean; decide: boolean; delete: boolean };

/** Every member of staff keeps replies of their own. */
export function canWriteMacros(actor: Actor): actor is Member {
  return canWrite(actor) && isStaff(actor);
}

/** For all who work in a department, without anybody else's approval. */
export function canApproveMacros(actor: Actor): boolean {
  return canWriteMacros(actor) && isManager(actor);
}

/** What others use is changed by managers alone. */
export function canEditMacro(actor: Actor, { ownerId, state }: MacroFacts): boolean {
  if (state === "approved") return canApproveMacros(actor);
  return canWriteMacros(actor) && (actor.id === ownerId || (state === "proposed" && isManager(actor)));
}

export function canProposeMacro(actor: Actor, { ownerId, state }: MacroFacts): boolean {
  return canWriteMacros(actor) && actor.id === ownerId && (state === "own" || state === "refused");
}

export function canDecideMacro(actor: Actor, { state }: MacroFacts): boolean {
  return canApproveMacros(actor) && state === "proposed";
}

export function macroCan(actor: Actor, macro: MacroFacts): MacroCan {
  const edit = canEditMacro(actor, macro);
  return { edit, delete: edit, propose: canProposeMacro(actor, macro), decide: canDecideMacro(actor, macro) };
}
