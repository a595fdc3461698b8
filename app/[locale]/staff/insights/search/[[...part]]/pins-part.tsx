import { addressOf } from "@/components/search-tools/rule-preview";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import { visitor } from "@/lib/members/actor";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { searchTop } from "@/lib/search/search-top";
import { writtenRule } from "../written-rule";
import type { ToolProps } from "./page";
import { RulePart } from "./rule-part";
import { tryRule } from "./try-rule";

const offered = 8;

/** Documents that come first for certain words: chosen from what is found, or named by their address. */
export async function PinsPart(props: ToolProps) {
  const { locale, lang, actor, asked, askedAll } = props;
  const t = translator(locale);
  const query = (asked("query") ?? "").slice(0, 160);
  const rule = writtenRule((name) => (name === "in" ? [lang] : name === "kind" ? ["pin"] : askedAll(name)));
  const keys = Array.isArray(rule?.data.keys) ? rule.data.keys.map(String) : [];
  const tried = await tryRule(actor, locale, rule, asked("try") === "1" && keys.length > 0);
  const found = query === "" ? [] : await searchTop(visitor, { query, locale: lang, limit: offered });
  const elsewhere = keys.filter((key) => !found.some((hit) => hit.key === key));
  return (
    <RulePart
      {...props}
      part="pins"
      kinds={["pin"]}
      title={t(asked("replaces") ? "searchTools.pins.edit" : "searchTools.pins.new")}
      tried={tried}
      look={query === "" ? t("searchTools.pins.look") : undefined}
    >
      <TextInput label={t("searchTools.pins.query")} hint={t("searchTools.pins.queryHint")} error={tried?.errors.query} name="query" lang={lang} defaultValue={query} maxLength={160} autoComplete="off" required />
      {found.length > 0 && (
        <fieldset className="field">
          <legend className="font-semibold">{t("searchTools.pins.found")}</legend>
          <div className="pickdocs">
            {found.map(({ key, title }) => (
              <Checkbox
                key={key}
                id={`f-${key}`}
                name="keys"
                value={key}
                defaultChecked={keys.includes(key)}
                label={
                  <a className="hover:underline" href={href(locale, addressOf(key))} lang={lang} target="_blank" rel="noopener">
                    {title}
                  </a>
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {query !== "" && (
        <TextInput
          label={t("searchTools.pins.other")}
          hint={t("searchTools.pins.otherHint")}
          optional={t("searchTools.optional")}
          error={tried?.errors.keys}
          name="keys"
          defaultValue={elsewhere.join(", ")}
          maxLength={400}
          autoComplete="off"
        />
      )}
    </RulePart>
  );
}
