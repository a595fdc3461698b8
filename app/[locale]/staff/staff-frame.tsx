import type { ReactNode } from "react";
import { StaffShell, type StaffPlace } from "@/components/layout/staff-shell";
import type { Member } from "@/lib/members/actor";
import { countCases } from "@/lib/moderation/count-cases";
import type { Locale } from "@/lib/platform/i18n/locale";

type StaffFrameProps = {
  locale: Locale;
  path: string;
  current?: StaffPlace;
  actor: Member;
  mainClass?: string;
  /** When the page has counted them already. */
  review?: number;
  children: ReactNode;
};

/** The staff area around a place in it, with how much waits for review. */
export async function StaffFrame({ locale, path, current, actor, mainClass, review, children }: StaffFrameProps) {
  const waiting = review ?? (await countCases(actor)).open;
  return (
    <StaffShell locale={locale} path={path} current={current} me={actor} counts={{ review: waiting }} mainClass={mainClass}>
      {children}
    </StaffShell>
  );
}
