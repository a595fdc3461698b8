import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { translator } from "@/lib/platform/i18n/translator";
import type { RuleKind } from "@/lib/search/rule";
import type { ToolProps } from "./page";
import { JustDone, RuleList } from "./rule-list";
import { type Tried, TriedRule } from "./try-rule";

type RulePartProps = ToolProps & {
  part: "words" | "pins" | "weights";
  kinds: RuleKind[];
  title: string;
  tried: Tried | null;
  /** What the button says before there is anything to try. */
  look?: string;
  /** The fields. */
  children: ReactNode;
};

/** A rule is written, tried on real searches, and only then saved; what is tried stands in the address. */
export function RulePart({ part, kinds, title, tried, look, children, ...tool }: RulePartProps) {
  const { locale, lang, here, asked } = tool;
  const t = translator(locale);
  const replaces = asked("replaces");
  return (
    <>
      <JustDone {...tool} part={part} />
      <section className="ccard" aria-labelledby="rule">
        <h2 id="rule">{title}</h2>
        <p className="sub">{t(`searchTools.${part}.sub`)}</p>
        <form className="rform" action={here.split("?")[0]} method="get">
          <input type="hidden" name="in" value={lang} />
          <input type="hidden" name="try" value="1" />
          {replaces && <input type="hidden" name="replaces" value={replaces} />}
          {children}
          <div className="acts">
            <Button type="submit" look={tried?.preview ? "sec" : "pri"}>
              {look ?? t("searchTools.try")}
            </Button>
            {(replaces || tried || asked("query")) && (
              <a className="lk" href={here}>
                {t("common.cancel")}
              </a>
            )}
          </div>
        </form>
      </section>
      {tried && <TriedRule locale={locale} part={part} tried={tried} />}
      <RuleList {...tool} part={part} kinds={kinds} />
    </>
  );
}
