"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { decideAppeal } from "@/lib/moderation/decide-appeal";
import { decideCase } from "@/lib/moderation/decide-case";
import { getCase } from "@/lib/moderation/get-case";
import { removeAndSanction } from "@/lib/moderation/remove-and-sanction";
import { takeBackDecision } from "@/lib/moderation/take-back-decision";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { NotFound } from "@/lib/platform/errors";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, translator } from "@/lib/platform/i18n/translator";

type Fields = Record<string, string | undefined>;

export async function decideCaseAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const actor = await currentActor();
    const caseId = Number(fields.caseId);
    const found = await getCase(actor, caseId);
    if (!found) throw new NotFound();
    const reason = fields.act === "keep" ? "" : reasonFor(found.author.locale, fields.canned, fields.words);
    await decideCase(actor, caseId, { action: fields.act, reason, version: Number(fields.version) });
    return { goTo: listAfter(formLocale(form), fields, caseId) };
  });
}

export async function sanctionAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const caseId = Number(fields.caseId);
    const days = Number(fields.measure);
    await removeAndSanction(await currentActor(), caseId, {
      ...(days > 0 ? { kind: "suspension", days } : { kind: "warning" }),
      rule: fields.rule,
      reason: fields.reason,
      version: Number(fields.version),
    });
    return { goTo: listAfter(formLocale(form), fields, caseId) };
  });
}

export async function takeBackAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const { id } = await takeBackDecision(await currentActor(), Number(fields.caseId));
    return { goTo: `${href(formLocale(form), "/staff/review")}?case=${id}` };
  });
}

export async function decideAppealAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await decideAppeal(await currentActor(), Number(fields.appealId), { granted: fields.granted === "yes", answer: fields.answer });
    return { goTo: `${href(formLocale(form), "/staff/review")}?view=appeals` };
  });
}

/** In the author's language, whichever the moderator works in. */
function reasonFor(locale: Locale, canned = "", words = ""): string {
  const key = `review.canned.${canned}`;
  const sentence = canned !== "none" && isMessageKey(key) ? translator(locale)(key) : "";
  return [sentence, words.trim()].filter(Boolean).join(" ");
}

/** The next case at once, with the one just decided still within reach. */
function listAfter(locale: Locale, { view = "open", next }: Fields, done: number): string {
  const query = new URLSearchParams({ view, done: String(done) });
  if (next) query.set("case", next);
  return `${href(locale, "/staff/review")}?${query}`;
}
