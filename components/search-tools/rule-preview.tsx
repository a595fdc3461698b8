import { ArrowDown, ArrowUp, Plus } from "@/components/ui/icons";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { PreviewedQuery, PreviewHit, RulePreview } from "@/lib/search/preview-rule";

type RulePreviewProps = { locale: Locale; preview: RulePreview };

/** Real searches before and after a rule, side by side; what moves says where it came from. */
export function RulePreviewTable({ locale, preview }: RulePreviewProps) {
  const t = translator(locale);
  const changed = preview.queries.filter((query) => query.changed);
  const same = preview.queries.filter((query) => !query.changed);
  return (
    <div className="rprev">
      <p className="mut2">{t("searchTools.preview.sub", { changed: changed.length, tried: preview.queries.length, concerned: preview.concerned })}</p>
      {changed.map((query) => (
        <Compared key={query.query} locale={locale} query={query} />
      ))}
      {same.length > 0 && (
        <details open={changed.length === 0}>
          <summary className="small mut cursor-pointer">{t("searchTools.preview.same", { count: same.length })}</summary>
          <ul className="mt-2 small mut2">
            {same.map(({ query, searches, after }) => (
              <li key={query}>
                {query} · {t("searchTools.times", { count: searches })} · {after[0]?.title ?? t("searchTools.preview.nothing")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Compared({ locale, query }: { locale: Locale; query: PreviewedQuery }) {
  const t = translator(locale);
  return (
    <section className="rpq" aria-label={query.query}>
      <h3>
        {query.query} <small>{query.searches > 0 ? t("searchTools.times", { count: query.searches }) : t("searchTools.preview.own")}</small>
      </h3>
      <div className="rpp">
        <div>
          <h4>{t("searchTools.preview.before")}</h4>
          <Hits locale={locale} hits={query.before} side="before" />
        </div>
        <div>
          <h4>{t("searchTools.preview.after")}</h4>
          <Hits locale={locale} hits={query.after} side="after" />
        </div>
      </div>
    </section>
  );
}

function Hits({ locale, hits, side }: { locale: Locale; hits: PreviewHit[]; side: "before" | "after" }) {
  const t = translator(locale);
  if (hits.length === 0) return <p className="mut2 small">{t("searchTools.preview.nothing")}</p>;
  return (
    <ol>
      {hits.map((hit, place) => (
        <li key={hit.key} className={side === "before" && hit.other === null ? "gone" : undefined}>
          <a href={href(locale, addressOf(hit.key))} target="_blank" rel="noopener">
            {hit.title}
          </a>
          {side === "before" && hit.other === null && <span className="vh">{t("searchTools.preview.gone")}</span>}
          {side === "after" && <Move locale={locale} from={hit.other} to={place} />}
        </li>
      ))}
    </ol>
  );
}

function Move({ locale, from, to }: { locale: Locale; from: number | null; to: number }) {
  const t = translator(locale);
  if (from === to) return null;
  const up = from === null || from > to;
  const Icon = from === null ? Plus : up ? ArrowUp : ArrowDown;
  const text = from === null ? t("searchTools.preview.new") : t(up ? "searchTools.preview.up" : "searchTools.preview.down", { count: Math.abs(from - to) });
  return (
    <span className={up ? "mv up" : "mv dn"}>
      <Icon size={14} />
      <span className="vh">{text}</span>
      <span aria-hidden="true">{from === null ? t("searchTools.preview.newShort") : formatNumber(locale, Math.abs(from - to))}</span>
    </span>
  );
}

/** "article:3" stands at /kb/3. */
export function addressOf(key: string): string {
  const [kind, id] = key.split(":");
  return kind === "article" ? `/kb/${id}` : `/t/${id}`;
}
