import { OneButtonForm } from "@/components/members/one-button-form";
import { LineChart } from "@/components/search-tools/line-chart";
import { addressOf } from "@/components/search-tools/rule-preview";
import { ChartCard } from "@/components/insights/chart-card";
import { Segment } from "@/components/ui/segment";
import { Table } from "@/components/ui/table";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { href } from "@/lib/platform/i18n/locale";
import { isMessageKey, translator } from "@/lib/platform/i18n/translator";
import { getQuality, type QualityView } from "@/lib/search/get-quality";
import { goldStates, type GoldRow, listGoldPairs } from "@/lib/search/list-gold-pairs";
import { judgePairAction } from "../actions";
import type { ToolProps } from "./page";

type Shared = Pick<ToolProps, "locale" | "lang" | "here">;

/** How well the search finds what people said is right, day by day, and the pairs that this is measured with. */
export async function QualityPart({ locale, lang, actor, here, asked }: ToolProps) {
  const state = goldStates.find((each) => each === asked("pairs")) ?? "proposed";
  const [quality, { items, counts }] = await Promise.all([getQuality(actor, lang), listGoldPairs(actor, { locale: lang, state })]);
  const shared = { locale, lang, here };
  const t = translator(locale);
  return (
    <>
      <div className="cgrid">
        <QualityChart {...shared} quality={quality} />
        <WorseTable {...shared} quality={quality} />
      </div>
      <section className="ccard" aria-labelledby="gold">
        <h2 id="gold">{t("searchTools.gold.title")}</h2>
        <p className="sub">{t("searchTools.gold.sub")}</p>
        <Segment
          label={t("insights.pick")}
          items={goldStates.map((each) => ({ label: `${t(`searchTools.gold.${each}`)} ${formatNumber(locale, counts[each])}`, href: `${here}&pairs=${each}`, current: each === state }))}
        />
        {items.length === 0 ? <p className="mut2 mt-3">{t("searchTools.gold.none")}</p> : <Pairs {...shared} rows={items} />}
      </section>
    </>
  );
}

function QualityChart({ locale, quality }: Shared & { quality: QualityView }) {
  const t = translator(locale);
  const all = [...new Set(quality.engines.flatMap(({ days }) => days.map(({ day }) => day)))].sort();
  const at = (day: string) => (all.length < 2 ? 1 : all.indexOf(day) / (all.length - 1));
  const name = (day: string) => formatDate(locale, new Date(`${day}T12:00:00Z`), "short");
  const number = (value: number) => formatNumber(locale, value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const engineName = (engine: string) => (engine === "meilisearch" ? "Meilisearch" : "Postgres");
  const last = quality.engines.map(({ engine, days }) => ({ engine, day: days.at(-1) }));
  const said = last.map(({ engine, day }) => t("searchTools.quality.said", { engine: engineName(engine), mrr: number(day?.mrr ?? 0), recall: number(day?.recall ?? 0), queries: day?.queries ?? 0 })).join(" ");
  const [first, end] = [all[0], all.at(-1)];
  return (
    <ChartCard
      id="quality"
      wide={7}
      title={t("searchTools.quality.title")}
      sub={quality.engines.length === 0 ? t("searchTools.quality.none") : said}
      asTable={t("insights.asTable")}
      table={{
        head: [t("searchTools.quality.day"), t("searchTools.quality.engine"), "MRR@10", "Recall@5", "nDCG@10", t("searchTools.quality.queries")],
        rows: quality.engines
          .flatMap(({ engine, days }) => days.map((day) => ({ engine, ...day })))
          .reverse()
          .map(({ engine, day, mrr, recall, ndcg, queries }) => [`${name(day)} · ${engineName(engine)}`, engineName(engine), number(mrr), number(recall), number(ndcg), queries]),
      }}
    >
      {quality.engines.length > 0 && (
        <LineChart
          description={said}
          scale={[0, 0.25, 0.5, 0.75, 1].map((y) => ({ y, text: number(y) }))}
          labels={first && end && first !== end ? [{ x: 0, text: name(first) }, { x: 1, text: name(end) }] : end ? [{ x: 1, text: name(end) }] : []}
          lines={quality.engines.flatMap(({ engine, days }) => [
            { name: `${engineName(engine)} · MRR@10`, color: engine === "meilisearch" ? "var(--chart-3)" : "var(--chart-1)", points: days.map(({ day, mrr }) => ({ x: at(day), y: mrr })) },
            { name: `${engineName(engine)} · Recall@5`, color: engine === "meilisearch" ? "var(--chart-4)" : "var(--chart-2)", dashed: true, points: days.map(({ day, recall }) => ({ x: at(day), y: recall })) },
          ])}
        />
      )}
    </ChartCard>
  );
}

function WorseTable({ locale, lang, quality }: Shared & { quality: QualityView }) {
  const t = translator(locale);
  const place = (value: number) => (value === 0 ? t("searchTools.quality.notFound") : formatNumber(locale, value));
  return (
    <ChartCard id="worse" wide={5} title={t("searchTools.quality.worse")} sub={t("searchTools.quality.worseSub", { better: quality.better })}>
      {quality.worse.length === 0 ? (
        <p className="mut2">{t("searchTools.quality.nothingWorse")}</p>
      ) : (
        <Table
          className="tb2 w-full"
          caption={t("searchTools.quality.worse")}
          rows={quality.worse}
          rowKey={({ engine, query }) => `${engine} ${query}`}
          columns={[
            {
              head: t("insights.words"),
              className: "break-words",
              cell: ({ query }) => (
                <a className="lk" href={`${href(lang, "/search")}?q=${encodeURIComponent(query)}`} lang={lang}>
                  {query}
                </a>
              ),
            },
            { head: t("searchTools.preview.before"), number: true, cell: ({ before }) => place(before) },
            { head: t("searchTools.quality.now"), number: true, cell: ({ after }) => place(after) },
          ]}
        />
      )}
    </ChartCard>
  );
}

function Pairs({ locale, lang, rows }: Shared & { rows: GoldRow[] }) {
  const t = translator(locale);
  return (
    <Table
      className="stlist mt-3"
      caption={t("searchTools.gold.title")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { className: "break-words", cell: ({ query }) => <span lang={lang}>{query}</span> },
        {
          className: "break-words",
          cell: ({ key, title }) => (
            <a className="hover:underline" href={href(locale, addressOf(key))} lang={lang}>
              {title || key}
            </a>
          ),
        },
        {
          cell: ({ source, votes }) => {
            const from = `searchTools.gold.from.${source}`;
            return isMessageKey(from) ? t(from, { votes }) : source;
          },
        },
        {
          cell: ({ id, query, key, title, state }) => (
            <div className="qacts small">
              {(["accepted", "rejected"] as const)
                .filter((to) => to !== state)
                .map((to) => (
                  <OneButtonForm
                    key={to}
                    action={judgePairAction}
                    locale={locale}
                    fields={{ id: String(id), to, part: "quality", in: lang, pairs: state }}
                    label={t(to === "accepted" ? "searchTools.gold.accept" : "searchTools.gold.reject")}
                    describe={t(to === "accepted" ? "searchTools.gold.acceptOf" : "searchTools.gold.rejectOf", { words: query, title: title || key })}
                    busy={t("common.saving")}
                    look="sec"
                    size="d"
                  />
                ))}
            </div>
          ),
        },
      ]}
    />
  );
}
