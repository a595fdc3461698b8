import { StateBadge, StateIcon } from "@/components/ui/state";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import type { Hit } from "@/lib/search/hit";
import { hitState } from "./hit-state";

/** What fits the words of an address that leads nowhere. */
export function MissingHits({ locale, hits }: { locale: Locale; hits: Hit[] }) {
  const t = translator(locale);
  if (hits.length === 0) return null;
  return (
    <ul className="tlist">
      {hits.map((hit) => {
        const state = hitState(hit);
        const label = t(`state.${state}`, { company: site.company });
        return (
          <li key={hit.url} className="trow">
            <StateIcon state={state} label={label} />
            <div>
              <h2 className="th">
                <a href={hit.url}>{hit.title}</a>
              </h2>
              <div className="meta">
                <StateBadge state={state} label={label} />
                {hit.kind === "thread" && <span>{t("common.answers", { count: hit.answerCount })}</span>}
                {!hit.cue && hit.durationMinutes !== null && <span>{t("common.minutes", { count: hit.durationMinutes })}</span>}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
