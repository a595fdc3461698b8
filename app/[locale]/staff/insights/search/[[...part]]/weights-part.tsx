import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { formatNumber } from "@/lib/platform/i18n/format";
import { translator } from "@/lib/platform/i18n/translator";
import { readSearchTuning } from "@/lib/search/read-tuning";
import { writtenRule } from "../written-rule";
import type { ToolProps } from "./page";
import { JustDone, RuleList } from "./rule-list";
import { TriedRule, tryRule } from "./try-rule";

const kinds = ["article", "solved", "open"] as const;
const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2];

/** How much guides, solved and open questions count beside each other. */
export async function WeightsPart(props: ToolProps) {
  const { locale, lang, actor, here, asked, askedAll } = props;
  const t = translator(locale);
  const { weights } = (await readSearchTuning())[lang];
  const rule = writtenRule((name) => (name === "in" ? [lang] : name === "kind" ? ["weights"] : askedAll(name)));
  const tried = await tryRule(actor, locale, rule, asked("try") === "1");
  return (
    <>
      <JustDone {...props} part="weights" />
      <section className="ccard" aria-labelledby="weigh">
        <h2 id="weigh">{t("searchTools.weights.title")}</h2>
        <p className="sub">{t("searchTools.weights.sub")}</p>
        <form className="rform" action={here.split("?")[0]} method="get">
          <input type="hidden" name="in" value={lang} />
          <input type="hidden" name="try" value="1" />
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
          <div className="acts">
            <Button type="submit" look={tried?.preview ? "sec" : "pri"}>
              {t("searchTools.try")}
            </Button>
          </div>
        </form>
      </section>
      {tried && <TriedRule locale={locale} part="weights" tried={tried} />}
      <RuleList {...props} part="weights" kinds={["weights"]} />
    </>
  );
}
