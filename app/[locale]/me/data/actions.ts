"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { askForExport } from "@/lib/exports/ask-for-export";
import { deleteAccount } from "@/lib/members/delete-account";
import { ownAccount } from "@/lib/members/own-account";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";
import { consume } from "@/lib/platform/rate-limit";

export async function askForExportAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const actor = ownAccount(await currentActor());
    await consume("dataExport", `member:${actor.id}`);
    await askForExport(actor);
    return {};
  });
}

export async function deleteAccountAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ current }) => {
    await deleteAccount(await currentActor(), { current });
    // Its cookies open nothing any more. To take them away here would draw this page once more, for nobody.
    return { goTo: href(formLocale(form), "/") };
  });
}
