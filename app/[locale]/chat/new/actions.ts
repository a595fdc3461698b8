"use server";

import { headers } from "next/headers";
import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { withholdable } from "@/lib/conversations/packet";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";

export async function askForHumanAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields) => {
    const { conversationId } = await escalateThread(await currentActor(), fields.thread, {
      choice: fields.choice,
      hidden: withholdable.filter((part) => fields[`hide-${part}`] === "on"),
      userAgent: (await headers()).get("user-agent")?.slice(0, 2_000) ?? "",
    });
    return { goTo: href(formLocale(form), `/chat/${conversationId}`) };
  });
}
