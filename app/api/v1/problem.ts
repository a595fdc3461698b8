import { Conflict, Forbidden, InvalidInput, NotFound, Refusal, TooMany, type Sentence } from "@/lib/platform/errors";
import { isDatabaseAway } from "@/lib/platform/database-away";
import type { Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, translator, type MessageKey } from "@/lib/platform/i18n/translator";
import { log } from "@/lib/platform/log";
import type { RestResponse } from "./dispatch";

/** What the interface itself refuses, before any act. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
}

const ownSentences: Record<string, MessageKey> = {
  not_found: "error.notFound",
  forbidden: "error.forbidden",
  sign_in: "error.signIn",
};

/** Every refusal as RFC 9457 problem JSON; what is not one is logged and told as 500. */
export function problemOf(error: unknown, locale: Locale): RestResponse {
  const t = translator(locale);
  const say = (sentence: Sentence) => t(sentence.key, sentence.values);
  if (error instanceof Problem) {
    const key = ownSentences[error.code];
    return problem(error.status, error.code, key && isMessageKey(key) ? t(key) : error.code.replaceAll("_", " "), {}, error.headers);
  }
  if (error instanceof InvalidInput) {
    const fields = Object.fromEntries(Object.entries(error.fields).map(([field, sentence]) => [field, say(sentence)]));
    return problem(422, error.code, say(error.sentence), { fields });
  }
  if (error instanceof NotFound) return problem(404, error.code, say(error.sentence));
  if (error instanceof Forbidden) return problem(403, error.code, say(error.sentence));
  if (error instanceof Conflict) return problem(409, error.code, say(error.sentence), error.extra);
  if (error instanceof TooMany) return problem(429, error.code, say(error.sentence), {}, { "retry-after": String(error.retryAfterSeconds) });
  if (error instanceof Refusal) return problem(400, error.code, say(error.sentence));
  if (isDatabaseAway(error)) return problem(503, "unavailable", t("error.unknown"), {}, { "retry-after": "2" });
  log.error("REST operation failed", error);
  return problem(500, "internal", t("error.unknown"));
}

function problem(status: number, code: string, title: string, extra: Record<string, unknown> = {}, headers: Record<string, string> = {}): RestResponse {
  return {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({ ...extra, type: `/api/v1/openapi.json#/problems/${code}`, title, status, code }),
  };
}
