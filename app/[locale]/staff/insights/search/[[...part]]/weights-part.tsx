import { Select } from "@/components/ui/select";
import { formatNumber } from "@/lib/platform/i18n/format";
import { translator } from "@/lib/platform/i18n/translator";
import { readSearchTuning } from "@/lib/search/read-tuning";
import { writtenRule } from "../written-rule";
import type { ToolProps } from "./page";
import { RulePart } from "./rule-part";
import { tryRule } from "./try-rule";

const kinds = ["article", "solved", "open"] as const;
const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2];

/** How much guides, solved and open questions count beside each other. */
export async function WeightsPart(props: ToolProps) {
  const { locale, lang, actor, asked, askedAll } = props;
  const t = translator(locale);
  const { weights } = (await readSearchTuning())[lang];
  const rule = writtenRule((name) => (name === "in" ? [lang] : name === "kind" ? ["weights"] : askedAll(name)));
  const tried = await tryRule(actor, locale, rule, asked("try") === "1");
  return (
    <RulePart {...props} part="weights" kinds={["weights"]} title={t("searchTools.weights.title")} tried={tried}>
      {kinds.map((kind) => {
        const value = Number(asked(kind) ?? weights[kind]);
        const options = [...new Set([...steps, Number.isFinite(value) ? value : 1])].sort((a, b) => a - b);
        return (
          <Select
            key={kind}
            label={t(`searchTools.weights.${kind}`)}
            name={kind}
            error={tried?.errors[kind]}
            defaultValue={String(value)}
            options={options.map((step) => ({ value: String(step), label: step === 1 ? t("searchTools.weights.usual") : `× ${formatNumber(locale, step, { maximumFractionDigits: 2 })}` }))}
          />
        );
      })}
    </RulePart>
  );
}
