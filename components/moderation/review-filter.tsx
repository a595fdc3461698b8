import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { ReviewPlace } from "./review-places";

/** Beside the list: what waits, what is done, and how old the oldest case is. */
export function ReviewFilter({ locale, places, oldest }: { locale: Locale; places: ReviewPlace[]; oldest: string | null }) {
  const t = translator(locale);
  const isDone = ({ view }: ReviewPlace) => view === "today" || view === "week";
  const draw = ({ view, label, count, current }: ReviewPlace) => (
    <a key={view} href={`${href(locale, "/staff/review")}?view=${view}`} aria-current={current ? "page" : undefined}>
      {label} <span className="n">{count}</span>
    </a>
  );
  return (
    <nav className="col cl vf" aria-label={t("review.filter")}>
      <div className="ch">
        <h2>{t("review.title")}</h2>
      </div>
      <div className="py-2">{places.filter((place) => !isDone(place)).map(draw)}</div>
      <div className="sech">
        <span>{t("review.done")}</span>
      </div>
      {places.filter(isDone).map(draw)}
      {oldest && <p className="small mut px-4 py-3.5">{oldest}</p>}
    </nav>
  );
}
