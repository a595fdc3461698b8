import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StillSolvedForm } from "@/components/conversations/still-solved-form";
import { SignFrame } from "@/components/members/sign-frame";
import { Note } from "@/components/ui/note";
import { readCheckBack } from "@/lib/conversations/check-back";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { answerCheckBackAction } from "./actions";

type Asked = string | string[] | undefined;
type StillSolvedProps = { params: Promise<{ locale: string }>; searchParams: Promise<{ conversation?: Asked; closed?: Asked; proof?: Asked }> };

export async function generateMetadata({ params }: StillSolvedProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("room.still.title"), robots: { index: false }, referrer: "same-origin" } : {};
}

/** Where the letter three days after a conversation leads. Opening it changes nothing: mail programs look ahead. */
export default async function StillSolvedPage({ params, searchParams }: StillSolvedProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const t = translator(locale);
  const { conversation, closed, proof } = await searchParams;
  const fields = { conversation: String(conversation ?? ""), closed: String(closed ?? ""), proof: String(proof ?? "") };
  const asked = await readCheckBack(fields);
  return (
    <SignFrame locale={locale}>
      <h1>{t("room.still.title")}</h1>
      {asked ? (
        <>
          <p>{t("room.still.text", asked)}</p>
          <StillSolvedForm
            action={answerCheckBackAction}
            locale={locale}
            fields={fields}
            words={{ yes: t("room.still.yes"), no: t("room.still.no"), busy: t("common.sending"), conversation: t("human.mineGo") }}
            conversationHref={href(locale, `/chat/${fields.conversation}`)}
          />
        </>
      ) : (
        <Note>{t("error.chat.reopenTooLate")}</Note>
      )}
    </SignFrame>
  );
}
