import { randomUUID } from "node:crypto";

/** As much of a JSON schema as the OpenAPI file uses. */
export type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

/** Chooses; the same seed makes the same walk. */
export type Dice = { pick: <T>(from: readonly T[]) => T; chance: (share: number) => boolean };

export function dice(seed: number): Dice {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    pick: (from) => {
      const chosen = from[Math.floor(roll() * from.length)];
      if (chosen === undefined && from.length === 0) throw new Error("nothing to pick from");
      return chosen as (typeof from)[number];
    },
    chance: (share) => roll() < share,
  };
}

/** Values for properties whose schema alone does not say what would do. */
export type Known = Record<string, (dice: Dice) => unknown>;

/** Something the schema allows. */
export function validValue(schema: Schema, name: string, known: Known, dice: Dice): unknown {
  if (known[name] && !schema.properties) return known[name](dice);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return dice.pick(schema.enum);
  if (schema.anyOf) return validValue(dice.pick(schema.anyOf), name, known, dice);
  if (schema.type === "object" || schema.properties) {
    const required = new Set(schema.required ?? []);
    const entries = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key) || dice.chance(0.5));
    return Object.fromEntries(entries.map(([key, part]) => [key, validValue(part, key, known, dice)]));
  }
  if (schema.type === "array") {
    const count = Math.max(schema.minItems ?? 0, dice.chance(0.7) ? 1 : 0);
    return Array.from({ length: count }, () => validValue(schema.items ?? {}, name, known, dice));
  }
  if (schema.type === "boolean") return dice.chance(0.5);
  if (schema.type === "integer" || schema.type === "number") return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  if (schema.type === "null") return null;
  if (schema.format === "uuid") return randomUUID();
  if (schema.format === "date-time") return new Date(Date.now() + 86_400_000).toISOString();
  return "A sentence that says what it has to say.".padEnd(schema.minLength ?? 0, "!").slice(0, schema.maxLength ?? 1_000);
}

const strange: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53 + 1,
  "",
  "   ",
  "x",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff tail",
  "🧺👩‍🔧\u202egnirts\u200b",
  "' or 1=1; drop table members; --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "%s%n{{7*7}}${7*7}",
  "long ".repeat(30_000),
  [],
  [[]],
  ["\u0000"],
  Array.from({ length: 300 }, () => "many"),
  {},
  { a: { b: { c: [] } } },
  "2026-13-45T99:99:99Z",
  "00000000-0000-0000-0000-000000000000",
];

/** The valid value with one part made strange, missing, or joined by what nobody asked for. */
export function brokenBodies(valid: unknown, schema: Schema): { what: string; body: unknown }[] {
  const shapes = [null, [], "text", 42, true, deep(200)].map((body) => ({ what: `the whole is ${brief(body)}`, body }));
  if (typeof valid !== "object" || valid === null || Array.isArray(valid)) return shapes;
  const names = new Set([...Object.keys(valid), ...Object.keys(schema.properties ?? {}), ...(schema.anyOf ?? []).flatMap((one) => Object.keys(one.properties ?? {}))]);
  const broken = [...names].flatMap((name) => [
    { what: `${name} is missing`, body: Object.fromEntries(Object.entries(valid).filter(([key]) => key !== name)) },
    ...strange.map((value) => ({ what: `${name} is ${brief(value)}`, body: { ...valid, [name]: value } })),
  ]);
  const more = {
    id: 1,
    role: "admin",
    authorId: 1,
    memberId: 1,
    actor: { kind: "system" },
    status: "published",
    official: true,
    createdAt: "2001-01-01T00:00:00Z",
    ["__proto__"]: { role: "admin" },
    constructor: { prototype: {} },
  };
  return [...shapes, ...broken, { what: "properties nobody asked for", body: { ...valid, ...more } }, { what: "a key that cannot be stored", body: { ...valid, "\u0000": 1 } }];
}

/** For queries and paths. */
export const strangeTexts = strange.filter((value) => typeof value === "string" || typeof value === "number").map(String);

function deep(depth: number): unknown {
  let value: unknown = "bottom";
  for (let level = 0; level < depth; level++) value = { deeper: [value] };
  return value;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text;
}
