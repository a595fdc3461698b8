"use server";

import { runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { askForExport } from "@/lib/exports/ask-for-export";
import { ownAccount } from "@/lib/members/own-account";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { consume } from "@/lib/platform/rate-limit";

export async function askForExportAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const actor = ownAccount(await currentActor());
    await consume("dataExport", `member:${actor.id}`);
    await askForExport(actor);
    return {};
  });
}
