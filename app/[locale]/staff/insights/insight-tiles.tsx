import { Tile, type TileProps } from "@/components/ui/tile";
import type { Compared, InsightsView } from "@/lib/insights/insights-view";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import { points, spokenMinutes, spokenSeconds } from "./insight-words";

type Comparison = Pick<TileProps, "comparison" | "direction" | "verdict">;

/** The five figures, each with one comparison and its list behind it. */
export function InsightTiles({ locale, view, listHref }: { locale: Locale; view: InsightsView; listHref: (list: string, pick: string) => string }) {
  const t = translator(locale);
  const none = t("insights.none");
  const number = (value: number) => formatNumber(locale, value, { maximumFractionDigits: 1 });
  const { solvedAlone, firstReply, target, chats } = view;
  const tiles: TileProps[] = [
    {
      label: t("insights.alone"),
      ...share(solvedAlone.now, number, none),
      ...(byPoints(locale, t, solvedAlone) ?? { comparison: t("insights.of", { part: solvedAlone.part, whole: solvedAlone.whole }) }),
      href: listHref("questions", "members"),
    },
    {
      label: t("insights.firstReply"),
      figure: firstReply.now === null ? none : spokenMinutes(t, firstReply.now),
      ...(faster(t, firstReply, (minutes) => spokenMinutes(t, minutes)) ?? {}),
      ...(firstReply.p90 !== null && firstReply.before === null ? { comparison: t("insights.p90", { time: spokenMinutes(t, firstReply.p90) }) } : {}),
      href: listHref("questions", "answered"),
    },
    {
      label: t("insights.inTarget", { time: spokenMinutes(t, target.minutes) }),
      ...share(target.now, number, none),
      comparison: t("insights.of", { part: target.met, whole: target.due }),
      href: listHref("questions", "late"),
    },
    {
      label: t("insights.wait"),
      figure: chats.wait.now === null ? none : spokenSeconds(t, chats.wait.now),
      ...(faster(t, chats.wait, (seconds) => spokenSeconds(t, seconds)) ?? { comparison: t("insights.chats", { count: chats.accepted }) }),
      href: listHref("chats", "waited"),
    },
    {
      label: t("insights.rating"),
      figure: chats.rating.now === null ? none : number(chats.rating.now),
      unit: chats.rating.now === null ? undefined : t("insights.outOf5"),
      comparison: t("insights.ratings", { count: chats.rating.count }),
      href: listHref("chats", "rated"),
    },
  ];
  return (
    <dl className="tiles">
      {tiles.map((tile) => (
        <Tile key={tile.label} {...tile} />
      ))}
    </dl>
  );
}

function share(value: number | null, number: (value: number) => string, none: string): Pick<TileProps, "figure" | "unit"> {
  return value === null ? { figure: none } : { figure: number(Math.round(value * 100)), unit: "%" };
}

/** More is better. */
function byPoints(locale: Locale, t: Translate, { now, before }: Compared): Comparison | null {
  if (now === null || before === null) return null;
  const difference = now - before;
  const up = difference >= 0;
  return {
    comparison: t(up ? "insights.pointsUp" : "insights.pointsDown", { points: points(locale, difference) }),
    direction: up ? "up" : "down",
    verdict: Math.abs(difference) < 0.005 ? undefined : up ? "good" : "bad",
  };
}

/** Less is better. */
function faster(t: Translate, { now, before }: Compared, say: (value: number) => string): Comparison | null {
  if (now === null || before === null) return null;
  if (now === before) return { comparison: t("insights.same") };
  return now < before
    ? { comparison: t("insights.faster", { time: say(before - now) }), direction: "down", verdict: "good" }
    : { comparison: t("insights.slower", { time: say(now - before) }), direction: "up", verdict: "bad" };
}
