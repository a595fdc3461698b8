import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/ui/form-state";
import type { Device } from "@/lib/members/device";
import { currentDevice, currentSessionHash } from "@/lib/platform/auth/current-actor";
import type { Cookie } from "@/lib/platform/auth/session-cookies";
import { InvalidInput, Refusal } from "@/lib/platform/errors";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type Outcome = Partial<Pick<FormState, "done" | "secret" | "values">> & { goTo?: string };

/**
 * Runs what a form asks for. Refusals come back as sentences in the form's language beside what was typed;
 * anything unexpected becomes the error page. Fields named `password…` or `current` are never sent back.
 */
export async function runForm(form: FormData, work: (fields: Record<string, string>) => Promise<Outcome>): Promise<FormState> {
  const fields = textFields(form);
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !/^(password|current$|token$)/.test(name)));
  const t = translator(formLocale(form));
  let outcome: Outcome;
  try {
    outcome = await work(fields);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wrong = error instanceof InvalidInput ? Object.entries(error.fields) : [];
    return {
      values,
      errors: Object.fromEntries(wrong.map(([field, sentence]) => [field, t(sentence.key, sentence.values)])),
      problem: wrong.length === 0 ? t(error.sentence.key, error.sentence.values) : undefined,
    };
  }
  const scripted = await isScripted();
  if (outcome.goTo === undefined) {
    if (scripted) refresh();
    return { values, errors: {}, ...outcome };
  }
  // Without script the answer itself must lead on; with it, the form does, by loading a whole page.
  if (!scripted) redirect(outcome.goTo);
  return { values, errors: {}, goTo: outcome.goTo };
}

/**
 * Whether this request is a form sent by script. Pages that send away who is signed in ask this too: they are drawn
 * once more within the answer, and must not lead elsewhere than the form does.
 */
export async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}

export function formLocale(form: FormData): Locale {
  const locale = form.get("locale");
  return isLocale(locale) ? locale : "en";
}

export async function setCookies(all: Cookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of all) jar.set(name, value, options);
}

/** The browser that sent the form. */
export async function formDevice(): Promise<Device> {
  return { ...(await currentDevice()), session: await currentSessionHash() };
}

/** Files and Next's own fields are left out; of a repeated field the first counts. */
function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !name.startsWith("$")) fields[name] ??= value;
  return fields;
}
