import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { translator } from "@/lib/platform/i18n/translator";
import { fieldsOf, writtenRule } from "../written-rule";
import type { ToolProps } from "./page";
import { JustDone, RuleList } from "./rule-list";
import { TriedRule, tryRule } from "./try-rule";

const kinds = ["synonyms", "one_way", "stop_word"] as const;

/** Words that mean the same, that also find others, or that say nothing. */
export async function WordsPart(props: ToolProps) {
  const { locale, lang, actor, here, asked, askedAll } = props;
  const t = translator(locale);
  const kind = kinds.find((each) => each === asked("kind")) ?? "synonyms";
  const rule = writtenRule((name) => (name === "in" ? [lang] : name === "kind" ? [kind] : askedAll(name)));
  const tried = await tryRule(actor, locale, rule, asked("try") === "1");
  const replaces = asked("replaces");
  return (
    <>
      <JustDone {...props} part="words" />
      <section className="ccard" aria-labelledby="teach">
        <h2 id="teach">{t(replaces ? "searchTools.words.edit" : "searchTools.words.new")}</h2>
        <p className="sub">{t("searchTools.words.sub")}</p>
        <form className="rform" action={here.split("?")[0]} method="get">
          <input type="hidden" name="in" value={lang} />
          <input type="hidden" name="try" value="1" />
          {replaces && <input type="hidden" name="replaces" value={replaces} />}
          <Select label={t("searchTools.words.kind")} name="kind" defaultValue={kind} options={kinds.map((each) => ({ value: each, label: t(`searchTools.kind.${each}`) }))} />
          <TextInput
            label={t("searchTools.words.words")}
            hint={t("searchTools.words.hint")}
            error={tried?.errors.words}
            name="words"
            lang={lang}
            defaultValue={rule && tried ? (fieldsOf(rule).words ?? "") : (asked("words") ?? "")}
            maxLength={600}
            autoComplete="off"
            required
          />
          <div className="acts">
            <Button type="submit" look={tried?.preview ? "sec" : "pri"}>
              {t("searchTools.try")}
            </Button>
            {replaces && (
              <a className="lk" href={here}>
                {t("common.cancel")}
              </a>
            )}
          </div>
        </form>
      </section>
      {tried && <TriedRule locale={locale} part="words" tried={tried} />}
      <RuleList {...props} part="words" kinds={[...kinds]} />
    </>
  );
}
