import { OneButtonForm } from "@/components/members/one-button-form";
import { OwnerForm } from "@/components/members/owner-form";
import { addressOf } from "@/components/search-tools/rule-preview";
import { EmptyState } from "@/components/ui/empty-state";
import { CircleCheck, CircleDashed } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Segment } from "@/components/ui/segment";
import { formatDate } from "@/lib/platform/i18n/format";
import { href } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { type GapRow, listGapOwners, listGaps } from "@/lib/search/list-gaps";
import { assignGapAction, closeGapAction } from "../actions";
import type { ToolProps } from "./page";

/** What people look for in vain, as work with an owner; closed only by being found. */
export async function GapsPart({ locale, lang, actor, here, asked }: ToolProps) {
  const t = translator(locale);
  const closed = asked("state") === "closed";
  const [gaps, owners] = await Promise.all([listGaps(actor, { locale: lang, closed }), listGapOwners(actor)]);
  return (
    <>
      {asked("closed") && <Note live>{t("searchTools.gaps.wasClosed")}</Note>}
      <div className="flex flex-wrap gap-3 items-center">
        <Segment
          label={t("insights.pick")}
          items={[
            { label: t("searchTools.gaps.open"), href: here, current: !closed },
            { label: t("searchTools.gaps.closed"), href: `${here}&state=closed`, current: closed },
          ]}
        />
        <p className="mut2">{t("searchTools.gaps.sub")}</p>
      </div>
      {gaps.length === 0 && <EmptyState icon={CircleCheck} title={t("searchTools.gaps.none")} text={t("searchTools.gaps.noneText")} />}
      {gaps.map((gap) => (
        <Gap key={gap.id} gap={gap} locale={locale} lang={lang} owners={owners} isNew={asked("gap") === String(gap.id)} />
      ))}
    </>
  );
}

type GapProps = Pick<ToolProps, "locale" | "lang"> & { gap: GapRow; owners: { id: number; name: string }[]; isNew: boolean };

function Gap({ gap, locale, lang, owners, isNew }: GapProps) {
  const t = translator(locale);
  const id = `gap-${gap.id}`;
  return (
    <section className={isNew ? "ccard border-(--petrol)!" : "ccard"} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} lang={lang}>
        {gap.title}
      </h2>
      <p className="sub">
        {t("searchTools.times", { count: gap.searches })} · {t("searchTools.gaps.since", { date: formatDate(locale, gap.createdAt, "short") })}
        {gap.closedAt && ` · ${t("searchTools.gaps.closedAt", { date: formatDate(locale, gap.closedAt, "short") })}`}
        {gap.reopenedAt && !gap.closedAt && ` · ${t("searchTools.gaps.reopened", { date: formatDate(locale, gap.reopenedAt, "short") })}`}
      </p>
      <ul className="gapq" aria-label={t("searchTools.gaps.queries")}>
        {gap.queries.map((query) => (
          <Asked key={query} query={query} gap={gap} locale={locale} lang={lang} />
        ))}
      </ul>
      <div className="rsave">
        <OwnerForm
          action={assignGapAction}
          locale={locale}
          fields={{ id: gap.id, in: lang }}
          ownerId={gap.ownerId}
          owners={owners}
          words={{ owner: t("searchTools.gaps.owner"), nobody: t("searchTools.gaps.nobody"), give: t("searchTools.gaps.give"), saving: t("common.saving") }}
        />
        <span className="grow" />
        {!gap.closedAt && (
          <>
            <LinkButton size="d" href={`${href(locale, "/staff/articles/new")}?title=${encodeURIComponent(gap.title)}`}>
              {t("searchTools.gaps.write")}
            </LinkButton>
            <OneButtonForm
              action={closeGapAction}
              locale={locale}
              fields={{ id: String(gap.id), in: lang }}
              label={t("searchTools.gaps.close")}
              describe={t("searchTools.gaps.closeOf", { words: gap.title })}
              busy={t("searchTools.gaps.closing")}
              look="sec"
              size="d"
            />
          </>
        )}
      </div>
    </section>
  );
}

function Asked({ query, gap, locale, lang }: { query: string; gap: GapRow } & Pick<ToolProps, "locale" | "lang">) {
  const t = translator(locale);
  const replay = gap.replay.find((each) => each.query === query);
  const found = replay && replay.place > 0 && replay.key;
  const Icon = found ? CircleCheck : CircleDashed;
  return (
    <li>
      <Icon size={16} className={found ? "text-(--green) self-center" : "self-center"} />
      <a className="hover:underline" href={`${href(lang, "/search")}?q=${encodeURIComponent(query)}`} lang={lang}>
        {query}
      </a>
      {found ? (
        <a className="lk" href={href(locale, addressOf(found))}>
          {t("searchTools.gaps.found", { place: replay.place })}
        </a>
      ) : (
        <span>{replay ? t("searchTools.gaps.notFound") : t("searchTools.gaps.notAsked")}</span>
      )}
    </li>
  );
}
