"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { closeFollowUp } from "@/lib/follow-ups/close-follow-up";
import { giveFollowUp } from "@/lib/follow-ups/give-follow-up";
import { mendFollowUp } from "@/lib/follow-ups/mend-follow-up";
import { offerCall } from "@/lib/follow-ups/offer-call";
import { takeFollowUp } from "@/lib/follow-ups/take-follow-up";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

type Fields = Record<string, string | undefined>;

export async function takeFollowUpAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id }: Fields) => {
    const { path } = await takeFollowUp(await currentActor(), id);
    return { goTo: href(formLocale(form), path) };
  });
}

export async function offerCallAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await offerCall(await currentActor(), fields.id);
    return there(form, fields);
  });
}

export async function closeFollowUpAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await closeFollowUp(await currentActor(), fields.id);
    return there(form, fields);
  });
}

export async function mendFollowUpAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await mendFollowUp(await currentActor(), fields.id);
    return there(form, fields);
  });
}

export async function giveFollowUpAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await giveFollowUp(await currentActor(), { id: fields.id, ownerId: fields.ownerId });
    return there(form, fields);
  });
}

/** Back to the same list. */
function there(form: FormData, { kind = "all", state = "open" }: Fields): { goTo: string } {
  const query = new URLSearchParams({ kind, state, done: "1" });
  return { goTo: `${href(formLocale(form), "/staff/queue/follow-ups")}?${query}` };
}
