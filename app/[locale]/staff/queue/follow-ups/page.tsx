import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffHead } from "@/components/layout/staff-head";
import { EmptyState } from "@/components/ui/empty-state";
import { CircleCheck } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { Note } from "@/components/ui/note";
import { Segment } from "@/components/ui/segment";
import { Tabs } from "@/components/ui/tabs";
import { listStaff } from "@/lib/departments/list-staff";
import { followUpKinds } from "@/lib/follow-ups/follow-up-view";
import { countFollowUps, listFollowUps } from "@/lib/follow-ups/list-follow-ups";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";
import { FollowUpTable } from "./follow-up-table";

type Query = Record<string, string | string[] | undefined>;
type FollowUpsProps = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

const states = ["open", "mine", "ended"] as const;
const stateWords = { open: "followUps.open", mine: "followUps.mine", ended: "followUps.ended" } as const;

export async function generateMetadata({ params }: FollowUpsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("followUps.title"), robots: { index: false } } : {};
}

/** Everybody who was refused, missed, left waiting, stuck or disappointed, with who makes it good. */
export default async function FollowUpsPage({ params, searchParams }: FollowUpsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const query = await searchParams;
  const kind = followUpKinds.find((each) => each === query.kind);
  const state = states.find((each) => each === query.state) ?? "open";
  const id = typeof query.id === "string" && /^\d{1,15}$/.test(query.id) ? Number(query.id) : undefined;
  const cursor = typeof query.after === "string" ? query.after.slice(0, 200) : undefined;
  const [{ items, nextCursor }, counts, staff] = await Promise.all([
    listFollowUps(actor, { kind, ended: state === "ended", mine: state === "mine", id, cursor }),
    countFollowUps(actor),
    listStaff(actor),
  ]);
  const t = translator(locale);
  const address = (wish: Record<string, string>) =>
    `${href(locale, "/staff/queue/follow-ups")}?${new URLSearchParams({ kind: kind ?? "all", state, ...wish })}`;
  return (
    <StaffFrame locale={locale} path="/staff/queue/follow-ups" current="queue" actor={actor}>
      <div>
        <StaffHead title={t("followUps.title")} above={{ href: href(locale, "/staff/queue"), label: t("queue.title") }}>
          <Segment
            label={t("followUps.state")}
            items={states.map((each) => ({
              label: t(stateWords[each]),
              href: address({ state: each }),
              current: each === state && id === undefined,
            }))}
          />
        </StaffHead>
        <p className="mut2 pb-3">{t("followUps.lede")}</p>
        <Tabs
          label={t("followUps.filter")}
          items={(["all", ...followUpKinds] as const).map((each) => ({
            label: t(`followUps.kind.${each}`),
            href: address({ kind: each }),
            current: each === (kind ?? "all"),
            count: state === "open" ? (each === "all" ? counts.total : counts.kinds[each]) : undefined,
          }))}
        />
        {query.done && <Note live>{t("followUps.done")}</Note>}
        {items.length > 0 ? (
          <FollowUpTable
            locale={locale}
            actor={actor}
            items={items}
            staff={staff}
            fields={{ kind: kind ?? "all", state }}
          />
        ) : (
          <EmptyState
            icon={CircleCheck}
            title={t(state === "ended" ? "followUps.noneEnded" : "followUps.none")}
            text={state === "ended" ? undefined : t("followUps.noneText")}
          />
        )}
        <MoreLink href={nextCursor ? address({ after: nextCursor }) : undefined} label={t("common.showMore")} />
      </div>
    </StaffFrame>
  );
}
