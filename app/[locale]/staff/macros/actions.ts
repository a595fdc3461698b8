"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { approveMacro, refuseMacro } from "@/lib/macros/decide-macro";
import { deleteMacro } from "@/lib/macros/delete-macro";
import { proposeMacro } from "@/lib/macros/propose-macro";
import { saveMacro } from "@/lib/macros/save-macro";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

type Fields = Record<string, string | undefined>;

export async function saveMacroAction(_state: FormState, form: FormData): Promise<FormState> {
  const departments = form.getAll("departments").map(String);
  const state = await runForm(form, async ({ id, nameDe, nameEn, bodyDe, bodyEn, approved }: Fields) => {
    const saved = await saveMacro(await currentActor(), { id, nameDe, nameEn, bodyDe, bodyEn, departments, approved: approved === "on" });
    return { goTo: `${href(formLocale(form), "/staff/macros")}?id=${saved.id}&saved=1` };
  });
  return { ...state, values: { ...state.values, departments: departments.join(",") } };
}

export async function proposeMacroAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, async ({ id }: Fields) => {
    await proposeMacro(await currentActor(), id);
    return backToList(form);
  });
  return { ...state, problem: state.problem ?? state.errors.departments };
}

export async function approveMacroAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id }: Fields) => {
    await approveMacro(await currentActor(), id);
    return backToList(form);
  });
}

export async function refuseMacroAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id, reason }: Fields) => {
    await refuseMacro(await currentActor(), { id, reason });
    return backToList(form);
  });
}

export async function deleteMacroAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id }: Fields) => {
    await deleteMacro(await currentActor(), id);
    return backToList(form);
  });
}

function backToList(form: FormData): { goTo: string } {
  return { goTo: `${href(formLocale(form), "/staff/macros")}?saved=1` };
}
