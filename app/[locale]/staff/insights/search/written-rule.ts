import { z } from "zod";
import { ruleKinds, type RuleKind } from "@/lib/search/rule";

type Fields = (name: string) => string[];
export type WrittenRule = { kind: RuleKind; locale: string; data: Record<string, unknown>; replacesId: string | undefined };

const kindOf = z.enum(ruleKinds);

/** A rule as a form or an address writes it; whether it makes sense is the act's question. */
export function writtenRule(fields: Fields): WrittenRule | null {
  const kind = kindOf.safeParse(fields("kind")[0]);
  if (!kind.success) return null;
  const words = fields("words").flatMap(listed);
  const [first] = words;
  const data: Record<RuleKind, Record<string, unknown>> = {
    synonyms: { words },
    one_way: { from: first ?? "", to: words.slice(1) },
    stop_word: { word: words.join(" ") },
    pin: { query: fields("query")[0] ?? "", keys: fields("keys").flatMap(listed).map(keyOfAddress) },
    weights: { article: fields("article")[0], solved: fields("solved")[0], open: fields("open")[0] },
  };
  return { kind: kind.data, locale: fields("in")[0] ?? "", data: data[kind.data], replacesId: fields("replaces")[0] || undefined };
}

/** A written rule as the fields of the form that saves it. */
export function fieldsOf({ kind, locale, data, replacesId }: WrittenRule): Record<string, string> {
  const texts = (value: unknown) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));
  const words = kind === "synonyms" ? texts(data.words) : kind === "one_way" ? [texts(data.from), texts(data.to)].filter(Boolean).join(", ") : texts(data.word);
  const own: Record<string, string> =
    kind === "pin"
      ? { query: texts(data.query), keys: texts(data.keys) }
      : kind === "weights"
        ? { article: texts(data.article), solved: texts(data.solved), open: texts(data.open) }
        : { words };
  return { kind, in: locale, ...own, ...(replacesId && { replaces: replacesId }) };
}

function listed(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** "https://…/de/t/12/title" and "/kb/3" name documents as well as "thread:12" does. */
function keyOfAddress(text: string): string {
  const [, kind, id] = /(?:^|\/)(t|kb)\/(\d{1,15})(?:[/?#]|$)/.exec(text) ?? [];
  return id ? `${kind === "t" ? "thread" : "article"}:${id}` : text;
}
