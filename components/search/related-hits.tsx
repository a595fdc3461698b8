import { StateIcon } from "@/components/ui/state";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { RelatedHit } from "@/lib/search/related-to";
import { hitState } from "./hit-state";

/** What is nearest to something, beside it. */
export function RelatedHits({ locale, title, hits }: { locale: Locale; title: string; hits: RelatedHit[] }) {
  const t = translator(locale);
  if (hits.length === 0) return null;
  return (
    <section>
      <h2 className="sh">{title}</h2>
      <ul className="rel">
        {hits.map((hit) => {
          const state = hitState({ ...hit, official: false });
          return (
            <li key={hit.kind + hit.id}>
              <a href={hit.url}>
                <StateIcon state={state} size={18} label={t(`state.${state}`, { company: "" })} />
                <span>
                  {hit.title}
                  {hit.kind === "thread" && <small>{t("common.answers", { count: hit.answerCount })}</small>}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
