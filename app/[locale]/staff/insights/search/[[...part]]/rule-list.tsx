import { OneButtonForm } from "@/components/members/one-button-form";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { formatDate } from "@/lib/platform/i18n/format";
import { isMessageKey, translator } from "@/lib/platform/i18n/translator";
import { listRemovedRules, listRules, type ListedRule } from "@/lib/search/list-rules";
import { readTitles } from "@/lib/search/read-titles";
import type { RuleKind } from "@/lib/search/rule";
import { removeRuleAction, undoRuleAction } from "../actions";
import { fieldsOf } from "../written-rule";
import type { ToolProps } from "./page";

type Shared = Pick<ToolProps, "locale" | "lang" | "here"> & { part: string };

/** The rules of these kinds in force, and those taken away lately. */
export async function RuleList({ actor, kinds, ...shared }: Shared & Pick<ToolProps, "actor"> & { kinds: RuleKind[] }) {
  const { locale, lang } = shared;
  const t = translator(locale);
  const [rules, removed] = await Promise.all([
    Promise.all(kinds.map((kind) => listRules(actor, { locale: lang, kind }))).then((lists) => lists.flat()),
    listRemovedRules(actor, { locale: lang }).then((list) => list.filter(({ kind }) => kinds.includes(kind))),
  ]);
  const titles = await readTitles([...rules, ...removed].flatMap(({ kind, data }) => (kind === "pin" ? (data as { keys: string[] }).keys : [])));
  return (
    <>
      <section className="ccard" aria-labelledby="inforce">
        <h2 id="inforce">{t("searchTools.inForce", { count: rules.length })}</h2>
        {rules.length === 0 ? <p className="mut2">{t("searchTools.noRules")}</p> : <Rows {...shared} titles={titles} rules={rules} caption={t("searchTools.inForce", { count: rules.length })} />}
      </section>
      {removed.length > 0 && (
        <details className="ccard">
          <summary className="cursor-pointer">{t("searchTools.removed", { count: removed.length })}</summary>
          <Rows {...shared} titles={titles} rules={removed} caption={t("searchTools.removed", { count: removed.length })} />
        </details>
      )}
    </>
  );
}

function Rows({ rules, titles, caption, locale, lang, here, part }: Shared & { rules: ListedRule[]; titles: Map<string, string>; caption: string }) {
  const t = translator(locale);
  const written = (rule: ListedRule) => fieldsOf({ ...rule, data: rule.data as Record<string, unknown>, replacesId: String(rule.id) });
  const said = (rule: ListedRule) => saidRule(written(rule), t("searchTools.alsoFinds"), titles);
  const shared = (rule: ListedRule) => ({ locale, fields: { id: String(rule.id), part, in: lang }, busy: t("common.saving"), look: "sec", size: "d" }) as const;
  return (
    <Table
      caption={caption}
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        { className: "break-words", cell: (rule) => <span lang={lang}>{said(rule)}</span> },
        { cell: ({ kind }) => t(`searchTools.kind.${kind}`) },
        { cell: (rule) => t("searchTools.by", { name: rule.by ?? t("searchTools.nobody"), date: formatDate(locale, rule.removedAt ?? rule.createdAt, "short") }) },
        {
          cell: (rule) => (
            <div className="qacts small">
              {rule.removedAt === null && part !== "weights" && (
                <a className="lk" href={`${here}&${new URLSearchParams(written(rule))}`} aria-label={t("searchTools.editOf", { words: said(rule) })}>
                  {t("common.edit")}
                </a>
              )}
              {rule.removedAt === null ? (
                <OneButtonForm {...shared(rule)} action={removeRuleAction} label={t("searchTools.remove")} describe={t("searchTools.removeOf", { words: said(rule) })} />
              ) : (
                <OneButtonForm {...shared(rule)} action={undoRuleAction} label={t("searchTools.restore")} describe={t("searchTools.restoreOf", { words: said(rule) })} />
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

/** "a = b = c", "a → b", "query: documents": what a rule says, in one line. */
function saidRule({ kind, words = "", query = "", keys = "", article, solved, open }: Record<string, string>, alsoFinds: string, titles: Map<string, string>): string {
  if (kind === "synonyms") return words.split(", ").join(" = ");
  if (kind === "one_way") return words.replace(", ", ` ${alsoFinds} `);
  if (kind === "pin") return `${query} → ${keys.split(", ").map((key) => titles.get(key) ?? key).join(" · ")}`;
  return kind === "weights" ? `${article} · ${solved} · ${open}` : words;
}

/** What was just done, with the way back beside it. */
export function JustDone({ locale, lang, part, asked }: Pick<ToolProps, "locale" | "lang" | "asked"> & { part: string }) {
  const t = translator(locale);
  const id = asked("saved") ?? asked("removed");
  if (!id || !/^\d{1,15}$/.test(id)) return asked("undone") ? <Note live>{t("searchTools.undone")}</Note> : null;
  const key = asked("saved") ? "searchTools.saved" : "searchTools.wasRemoved";
  return (
    <Note live>
      <div className="flex flex-wrap items-center gap-3">
        <span>{isMessageKey(key) && t(key)}</span>
        <OneButtonForm action={undoRuleAction} locale={locale} fields={{ id, part, in: lang }} label={t("searchTools.undo")} busy={t("common.saving")} look="sec" size="d" />
      </div>
    </Note>
  );
}
