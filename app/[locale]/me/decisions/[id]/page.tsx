import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { MePage } from "@/components/members/me-page";
import { OwnAppeal } from "@/components/moderation/own-appeal";
import { Note } from "@/components/ui/note";
import { getMyDecision } from "@/lib/moderation/get-decision";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { postAppealAction } from "../../appeal-action";

type DecisionProps = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: DecisionProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("decision.title"), robots: { index: false } } : {};
}

/** What was decided about one's own post, why, and how to object. */
export default async function DecisionPage({ params }: DecisionProps) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !/^[1-9]\d{0,14}$/.test(id)) notFound();
  const decision = await getMyDecision(await requireSignIn(locale, `/me/decisions/${id}`), Number(id));
  if (!decision) notFound();
  const t = translator(locale);
  const { action, appeal } = decision;
  const isGone = action === "hide" || action === "delete";
  return (
    <MePage locale={locale} place="notifications" title={t("decision.title")}>
      <Note kind={isGone && !decision.isTakenBack ? "mod" : "info"}>
        {t(action === "hide" ? "decision.hide" : action === "delete" ? "decision.delete" : "decision.keep", { date: formatDate(locale, decision.createdAt, "date") })}
        {decision.isTakenBack && <p>{t("decision.takenBack")}</p>}
      </Note>
      <section className="mepart" aria-labelledby="why">
        <h2 id="why">{t("decision.why")}</h2>
        <p>{decision.reason || t("decision.noReason")}</p>
      </section>
      <section className="mepart" aria-labelledby="own">
        <h2 id="own">{t("decision.yours")}</h2>
        <p className="small mut2">{t("decision.in", { title: decision.title })}</p>
        <blockquote className="whitespace-pre-wrap break-words">{decision.body}</blockquote>
        {decision.path && (
          <p>
            <a className="lk" href={href(locale, decision.path)}>
              {t("decision.open")}
            </a>
          </p>
        )}
      </section>
      <OwnAppeal locale={locale} action={postAppealAction} about={{ decisionId: id }} appeal={appeal} canAppeal={isGone && !decision.isTakenBack} />
    </MePage>
  );
}
