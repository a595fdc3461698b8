"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { answerCheckBack } from "@/lib/conversations/check-back";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { translator } from "@/lib/platform/i18n/translator";

export async function answerCheckBackAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields) => {
    const { solved } = await answerCheckBack(await currentActor(), fields);
    return { done: translator(formLocale(form))(solved ? "room.still.thanks" : "room.still.reopened") };
  });
}
