"use server";

import { limitPosting } from "@/app/limit-posting";
import { formLocale, runForm, setCookies } from "@/app/run-form";
import { sentDraftCookie } from "@/app/sent-draft-cookie";
import type { FormState } from "@/components/ui/form-state";
import { currentActor, currentDevice } from "@/lib/platform/auth/current-actor";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { log } from "@/lib/platform/log";
import { linkVisitorSearches } from "@/lib/search/link-searches";
import { recordSuggestionOutcome } from "@/lib/search/record-suggestion-outcome";
import { voiceOf } from "@/lib/search/voice-of";
import { postThread } from "@/lib/threads/post-thread";

export async function askAction(_state: FormState, form: FormData): Promise<FormState> {
  // Ticked and added steps travel as one field, so that they come back when something else is wrong.
  form.set("tried", linesOf(form.getAll("tried")).join("\n"));
  return runForm(form, async (fields) => {
    const actor = await currentActor();
    await limitPosting(actor);
    const locale = formLocale(form);
    const { title = "", body = "", category = "", kind = "question", clientId = "", then = "" } = fields;
    const posted = await postThread(actor, {
      title,
      body,
      category,
      kind,
      locale,
      tags: (fields.tags ?? "").split(",").map((name) => name.trim()).filter(Boolean),
      facts: factsOf(fields, locale),
      tried: linesOf([fields.tried ?? ""]),
      clientId: clientId || undefined,
    });
    await noteOutcome(fields, posted.id, locale);
    await setCookies([sentDraftCookie("ask")]);
    const wantsHuman = /^(chat|callback|message)$/.test(then) && !posted.held;
    return { goTo: href(locale, wantsHuman ? `/chat/new?thread=${posted.id}&choice=${then}` : `/t/${posted.id}/${posted.slug}`) };
  });
}

function linesOf(values: FormDataEntryValue[]): string[] {
  const lines = values.flatMap((value) => (typeof value === "string" ? value.split("\n") : []));
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
}

function factsOf(fields: Record<string, string>, locale: "en" | "de") {
  const t = translator(locale);
  const known = [
    { label: t("ask.appliance"), value: fields.product },
    { label: t("ask.code"), value: fields.code },
    { label: t("ask.firmware"), value: fields.firmware },
    { label: t("ask.bought"), value: fields.bought },
  ];
  return known.flatMap(({ label, value }) => (value?.trim() ? [{ label, value: value.trim() }] : []));
}

/** Only a measurement: the question is posted, whatever becomes of it. */
async function noteOutcome({ title = "", suggested = "" }: Record<string, string>, threadId: number, locale: Locale): Promise<void> {
  try {
    await linkVisitorSearches(voiceOf((await currentDevice()).address));
    if (!suggested) return;
    await recordSuggestionOutcome(await currentActor(), { ...(JSON.parse(suggested) as object), title, outcome: "posted_anyway", threadId, locale });
  } catch (error) {
    log.warn("outcome of suggestions not kept", { error });
  }
}
