import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSignIn } from "@/app/require-sign-in";
import { MePage } from "@/components/members/me-page";
import { OwnAppeal } from "@/components/moderation/own-appeal";
import { Note } from "@/components/ui/note";
import { getMySanction } from "@/lib/moderation/get-decision";
import { formatDate } from "@/lib/platform/i18n/format";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { postAppealAction } from "../../appeal-action";

type SanctionProps = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: SanctionProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("sanction.title"), robots: { index: false } } : {};
}

/** A warning or a pause, why, and how to object. */
export default async function SanctionPage({ params }: SanctionProps) {
  const { locale, id } = await params;
  if (!isLocale(locale) || !/^[1-9]\d{0,14}$/.test(id)) notFound();
  const sanction = await getMySanction(await requireSignIn(locale, `/me/sanctions/${id}`), Number(id));
  if (!sanction) notFound();
  const t = translator(locale);
  const date = formatDate(locale, sanction.createdAt, "date");
  return (
    <MePage locale={locale} place="notifications" title={t("sanction.title")}>
      <Note kind="mod">
        {sanction.until ? t("sanction.suspension", { date, until: formatDate(locale, sanction.until) }) : t("sanction.warning", { date })}
      </Note>
      <section className="mepart" aria-labelledby="why">
        <h2 id="why">{t("decision.why")}</h2>
        <p className="whitespace-pre-wrap break-words">{sanction.reason}</p>
        <p className="small mut2">{t("sanction.rule", { rule: sanction.rule })}</p>
      </section>
      <OwnAppeal locale={locale} action={postAppealAction} about={{ sanctionId: id }} appeal={sanction.appeal} canAppeal />
    </MePage>
  );
}
