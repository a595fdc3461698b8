import type { SettingsField } from "@/components/settings/settings-form";
import type { CategoryView } from "@/lib/categories/category-view";
import { pathTo } from "@/lib/categories/load-categories";
import { writeMinutes } from "@/lib/departments/minutes-input";
import { MOST_POLICIES, type Service } from "@/lib/departments/service";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Translate } from "@/lib/platform/i18n/translator";

export const targets = ["firstReplyMinutes", "nextReplyMinutes", "messageMinutes", "resolutionMinutes"] as const;
const parts = ["category", "tag", ...targets] as const;

type Fields = Record<string, string | undefined>;

/** How many rows of policies the form has: one below those that there are. */
export function policyRowsOf({ policies }: Service): string {
  return String(Math.min(policies.length + 1, MOST_POLICIES));
}

/** Without `inputMode`: the pad of digits of a phone has no colon. */
export function minutesField(t: Translate, target: (typeof targets)[number] | "aimedReplyMinutes", minutes: number | undefined, name: string = target): SettingsField {
  return { kind: "text", name, label: t(`settings.service.${target}`), value: minutes === undefined ? "" : writeMinutes(minutes), maxLength: 7 };
}

/** Those there are in their order, and some to add. */
export function policyFields(t: Translate, locale: Locale, service: Service, categories: CategoryView[]): SettingsField[] {
  const rows = Array.from({ length: Number(policyRowsOf(service)) }, (_, row) => row);
  const topics = categories.map(({ id }) => ({ value: String(id), label: pathTo(categories, id).map(({ name }) => name[locale]).join(" › ") }));
  const places = rows.map((row) => ({ value: String(row + 1), label: String(row + 1) }));
  return rows.map((row): SettingsField => {
    const policy = service.policies[row];
    return {
      kind: "group",
      name: `policy-${row}`,
      label: policy ? t("settings.policy", { number: row + 1 }) : t("settings.policy.new"),
      hint: row === 0 || row === service.policies.length ? t("settings.policy.hint") : undefined,
      fields: [
        { kind: "select", name: `policy-${row}-place`, label: t("settings.policy.place"), value: String(row + 1), empty: t("settings.policy.none"), options: places },
        { kind: "select", name: `policy-${row}-category`, label: t("settings.policy.category"), value: String(policy?.category ?? ""), empty: t("settings.policy.any"), options: topics },
        { kind: "text", name: `policy-${row}-tag`, label: t("settings.policy.tag"), value: policy?.tag ?? "", maxLength: 40 },
        ...targets.map((target) => minutesField(t, target, policy?.[target], `policy-${row}-${target}`)),
        { kind: "check", name: `policy-${row}-unanswered`, label: t("settings.policy.unanswered"), checked: policy?.unanswered === true },
      ],
    };
  });
}

/** What the form says, in the order of the places; `fieldOf` says which field a path of it came from. */
export function writtenPolicies(fields: Fields): { policies: Record<string, unknown>[]; fieldOf: (path: string) => string | undefined } {
  const written = Array.from({ length: Math.min(Number(fields.policyRows) || 0, MOST_POLICIES) }, (_, row) => {
    const said = parts.flatMap((part) => (fields[`policy-${row}-${part}`] ? [[part, fields[`policy-${row}-${part}`]] as const] : []));
    const unanswered = fields[`policy-${row}-unanswered`] === "on";
    const place = Number(fields[`policy-${row}-place`]);
    // What was moved goes before or behind whatever stands at that place already.
    return { row, order: place + Math.sign(place - row - 1) / 2, filled: unanswered || said.length > 0, policy: { ...Object.fromEntries(said), unanswered } };
  });
  const rows = written.filter(({ order, filled }) => order > 0 && filled).sort((a, b) => a.order - b.order);
  const fieldOf = (path: string) => {
    const [, index, part = "category"] = /^service\.policies\.(\d+)(?:\.(\w+))?/.exec(path) ?? [];
    return index === undefined ? undefined : `policy-${rows[Number(index)]?.row}-${part}`;
  };
  return { policies: rows.map(({ policy }) => policy), fieldOf };
}
