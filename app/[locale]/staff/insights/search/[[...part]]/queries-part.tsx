import { OneButtonForm } from "@/components/members/one-button-form";
import { Trend } from "@/components/search-tools/trend";
import { addressOf } from "@/components/search-tools/rule-preview";
import { EmptyState } from "@/components/ui/empty-state";
import { ChartLine } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import { Segment } from "@/components/ui/segment";
import { Table } from "@/components/ui/table";
import { formatNumber, formatPercent } from "@/lib/platform/i18n/format";
import { href } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { isMasked } from "@/lib/platform/mask-personal";
import { listQueries, queryDays, queryPicks, type QueryRow } from "@/lib/search/list-queries";
import { openGapAction } from "../actions";
import type { ToolProps } from "./page";

/** What was looked for, and what became of it; each row leads to what can be done about it. */
export async function QueriesPart({ locale, lang, actor, here, asked }: ToolProps) {
  const t = translator(locale);
  const pick = queryPicks.find((each) => each === asked("pick")) ?? "all";
  const days = queryDays.find((each) => String(each) === asked("days")) ?? 28;
  const { items, totals } = await listQueries(actor, { locale: lang, days, pick });
  const at = (change: Record<string, string>) => `${here}&${new URLSearchParams({ pick, days: String(days), ...change })}`;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Segment
          label={t("insights.pick")}
          items={queryPicks.map((each) => ({ label: `${t(`searchTools.pick.${each}`)} ${formatNumber(locale, totals[each])}`, href: at({ pick: each }), current: each === pick }))}
        />
        <Segment label={t("insights.time")} items={queryDays.map((each) => ({ label: t(`searchTools.days.${each}`), href: at({ days: String(each) }), current: each === days }))} />
      </div>
      {items.length === 0 ? (
        <EmptyState icon={ChartLine} title={t("searchTools.queries.none")} text={t("searchTools.queries.noneText")} />
      ) : (
        <QueryTable rows={items} locale={locale} lang={lang} />
      )}
      <Note>{t("searchTools.privacy")}</Note>
    </>
  );
}

function QueryTable({ rows, locale, lang }: { rows: QueryRow[] } & Pick<ToolProps, "locale" | "lang">) {
  const t = translator(locale);
  return (
    <Table
      caption={t("searchTools.part.queries")}
      rows={rows}
      rowKey={({ query }) => query}
      columns={[
        {
          head: t("insights.words"),
          className: "break-words min-w-44",
          cell: ({ query, opened }) => (
            <>
              <a className="hover:underline" href={`${href(lang, "/search")}?q=${encodeURIComponent(query)}`} lang={lang}>
                {query}
              </a>
              {opened && (
                <span className="block small mut font-normal">
                  {t("searchTools.mostOpened")}{" "}
                  <a className="hover:underline" href={href(locale, addressOf(opened.key))} lang={lang}>
                    {opened.title}
                  </a>
                </span>
              )}
            </>
          ),
        },
        { head: t("insights.searches"), number: true, told: true, cell: ({ searches }) => formatNumber(locale, searches) },
        {
          head: t("searchTools.trend"),
          className: "whitespace-nowrap",
          cell: ({ trend, before, searches }) => <Trend values={trend} description={t("searchTools.trendSaid", { before, now: searches })} />,
        },
        { head: t("searchTools.without"), number: true, told: true, cell: ({ without }) => formatNumber(locale, without) },
        {
          head: t("searchTools.opened"),
          number: true,
          told: true,
          cell: ({ searches, without, clicked }) => (searches > without ? formatPercent(locale, clicked / (searches - without)) : t("insights.none")),
        },
        { head: t("searchTools.endedIn"), told: true, cell: (row) => ends(t, row) },
        { cell: (row) => !isMasked(row.query) && <Acts row={row} locale={locale} lang={lang} /> },
      ]}
    />
  );
}

function Acts({ row, locale, lang }: { row: QueryRow } & Pick<ToolProps, "locale" | "lang">) {
  const t = translator(locale);
  const tools = (part: string, query: Record<string, string>) => `${href(locale, `/staff/insights/search/${part}`)}?${new URLSearchParams({ in: lang, ...query })}`;
  return (
    <div className="qacts small">
      <a className="lk" href={tools("words", { kind: "synonyms", words: `${row.query}, ` })} aria-label={t("searchTools.synonymFor", { words: row.query })}>
        {t("searchTools.synonym")}
      </a>
      <a className="lk" href={tools("pins", { query: row.query })} aria-label={t("searchTools.pinFor", { words: row.query })}>
        {t("searchTools.pin")}
      </a>
      <OneButtonForm
        action={openGapAction}
        locale={locale}
        fields={{ in: lang, query: row.query, searches: String(row.searches) }}
        label={t("searchTools.write")}
        describe={t("searchTools.writeFor", { words: row.query })}
        busy={t("common.saving")}
        look="sec"
        size="d"
      />
    </div>
  );
}

function ends(t: Translate, { question, chat, ticket }: QueryRow): string {
  const parts = [
    question > 0 && t("searchTools.ended.question", { count: question }),
    chat > 0 && t("searchTools.ended.chat", { count: chat }),
    ticket > 0 && t("searchTools.ended.ticket", { count: ticket }),
  ].filter((part) => part !== false);
  return parts.join(", ");
}
