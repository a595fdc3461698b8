import type { CaseRow } from "@/lib/moderation/case-view";
import { isMessageKey, type Translate } from "@/lib/platform/i18n/translator";

/** "Answer by R. Thiele" */
export function caseTitle(t: Translate, row: CaseRow): string {
  return t(`review.case.${row.target.kind}`, { name: row.author.displayName });
}

/** The heaviest reason in a word or two. */
export function caseReason(t: Translate, row: CaseRow): string {
  const [flag] = row.flags;
  return flag ? flagReason(t, flag.reason) : t("review.cause.held");
}

export function flagReason(t: Translate, reason: string): string {
  const key = `flag.reason.${reason}`;
  return t(isMessageKey(key) ? key : "flag.reason.other");
}

export function actionWord(t: Translate, action: string): string {
  const key = `review.did.${action}`;
  return isMessageKey(key) ? t(key) : action;
}

/** A weight fills the bar from here on. */
const FULL = 12;

export function weightShare(score: number): number {
  return Math.max(0, Math.min(1, score / FULL));
}
