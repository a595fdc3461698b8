import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { translator } from "@/lib/platform/i18n/translator";
import { fieldsOf, writtenRule } from "../written-rule";
import type { ToolProps } from "./page";
import { RulePart } from "./rule-part";
import { tryRule } from "./try-rule";

const kinds = ["synonyms", "one_way", "stop_word"] as const;

/** Words that mean the same, that also find others, or that say nothing. */
export async function WordsPart(props: ToolProps) {
  const { locale, lang, actor, asked, askedAll } = props;
  const t = translator(locale);
  const kind = kinds.find((each) => each === asked("kind")) ?? "synonyms";
  const rule = writtenRule((name) => (name === "in" ? [lang] : name === "kind" ? [kind] : askedAll(name)));
  const tried = await tryRule(actor, locale, rule, asked("try") === "1");
  return (
    <RulePart {...props} part="words" kinds={[...kinds]} title={t(asked("replaces") ? "searchTools.words.edit" : "searchTools.words.new")} tried={tried}>
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
    </RulePart>
  );
}
