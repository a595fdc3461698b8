"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";
import { assignGap } from "@/lib/search/assign-gap";
import { closeGap } from "@/lib/search/close-gap";
import { judgeGoldPair } from "@/lib/search/judge-gold-pair";
import { openGap } from "@/lib/search/open-gap";
import { removeRule } from "@/lib/search/remove-rule";
import { saveRule } from "@/lib/search/save-rule";
import { setHoldout } from "@/lib/search/set-holdout";
import { undoRule } from "@/lib/search/undo-rule";
import { writtenRule } from "./written-rule";

type Fields = Record<string, string | undefined>;

export async function saveRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  const rule = writtenRule((name) => form.getAll(name).filter((value) => typeof value === "string"));
  return runForm(form, async (fields: Fields) => {
    const { id } = await saveRule(await currentActor(), rule);
    return there(form, fields, { saved: String(id) });
  });
}

export async function removeRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const { id } = await removeRule(await currentActor(), { id: fields.id });
    return there(form, fields, { removed: String(id) });
  });
}

export async function undoRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await undoRule(await currentActor(), { id: fields.id });
    return there(form, fields, { undone: "1" });
  });
}

export async function judgePairAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await judgeGoldPair(await currentActor(), { id: fields.id, to: fields.to });
    return there(form, fields, { pairs: fields.pairs });
  });
}

export async function openGapAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const { id } = await openGap(await currentActor(), { locale: fields.in, query: fields.query, searches: fields.searches });
    return there(form, { ...fields, part: "gaps" }, { gap: String(id) });
  });
}

export async function assignGapAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await assignGap(await currentActor(), { id: fields.id, ownerId: fields.ownerId ?? "" });
    return there(form, { ...fields, part: "gaps" }, { gap: fields.id });
  });
}

export async function closeGapAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await closeGap(await currentActor(), { id: fields.id });
    return there(form, { ...fields, part: "gaps" }, { closed: "1" });
  });
}

export async function setHoldoutAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await setHoldout(await currentActor(), { on: fields.on === "true" });
    return there(form, { ...fields, part: "suggestions" }, {});
  });
}

/** Back to the part of the page, in the language that was being worked on. */
function there(form: FormData, { part = "words", in: language = "" }: Fields, query: Fields): { goTo: string } {
  const kept = Object.entries({ in: language, ...query }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const known = /^[a-z]+$/.test(part) ? part : "words";
  return { goTo: `${href(formLocale(form), `/staff/insights/search/${known}`)}?${new URLSearchParams(kept)}` };
}
