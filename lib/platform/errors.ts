import type { MessageKey } from "@/lib/platform/i18n/translator";

export type Values = Record<string, string | number>;
/** A sentence for people: a message key with what it names. */
export type Sentence = { key: MessageKey; values?: Values };

/** What an act refuses is told without HTTP words; the edges translate. */
export abstract class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly sentence: Sentence,
  ) {
    super(sentence.key);
    this.name = new.target.name;
  }
}

/** The input itself is wrong; `fields` names each wrong part. */
export class InvalidInput extends Refusal {
  constructor(readonly fields: Record<string, Sentence>) {
    super("invalid_input", { key: "error.invalid" });
  }
}

/** Not there, or not for this actor: both look the same. */
export class NotFound extends Refusal {
  constructor() {
    super("not_found", { key: "error.notFound" });
  }
}

export class Forbidden extends Refusal {
  constructor(key: MessageKey = "error.forbidden", values?: Values) {
    super("forbidden", { key, values });
  }
}

/** The thing is in another state than the act needs. */
export class Conflict extends Refusal {
  constructor(
    code: string,
    key: MessageKey = "error.conflict",
    values?: Values,
    /** What the caller can do instead, for machines. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code, { key, values });
  }
}

export class TooMany extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super("too_many", { key: "error.tooMany", values: { seconds: retryAfterSeconds } });
  }
}
