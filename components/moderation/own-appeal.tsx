import type { FormAction } from "@/components/ui/form-state";
import { CircleCheck, Hourglass } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import type { DecisionView } from "@/lib/moderation/get-decision";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { rich, translator } from "@/lib/platform/i18n/translator";
import { OwnAppealForm } from "./own-appeal-form";

type OwnAppealProps = { locale: Locale; action: FormAction; about: Record<string, string>; appeal: DecisionView["appeal"]; canAppeal: boolean };

/** The appeal and what became of it, or the way to make one. */
export function OwnAppeal({ locale, action, about, appeal, canAppeal }: OwnAppealProps) {
  const t = translator(locale);
  return (
    <>
      {appeal ? (
        <section className="mepart" aria-labelledby="appeal">
          <h2 id="appeal">{t("appeal.yours")}</h2>
          <blockquote className="whitespace-pre-wrap break-words mut2">{appeal.text}</blockquote>
          <Note icon={appeal.state === "open" ? Hourglass : CircleCheck}>
            <p>
              <b>{t(`appeal.${appeal.state}`)}</b>
            </p>
            {appeal.answer && <p className="whitespace-pre-wrap">{appeal.answer}</p>}
          </Note>
        </section>
      ) : canAppeal ? (
        <section className="mepart" aria-labelledby="appeal">
          <h2 id="appeal">{t("appeal.title")}</h2>
          <p className="mut2">{t("appeal.text")}</p>
          <OwnAppealForm
            action={action}
            locale={locale}
            about={about}
            texts={{ label: t("appeal.label"), hint: t("appeal.hint"), submit: t("appeal.submit"), busy: t("common.sending") }}
          />
        </section>
      ) : null}
      <p className="small mut2">
        {rich(t("decision.rules"), {
          a: (text) => (
            <a className="lk" href={href(locale, "/about/rules")}>
              {text}
            </a>
          ),
        })}
      </p>
    </>
  );
}
