import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { LifeBuoy, PenLine, ThumbsUp } from "@/components/ui/icons";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { KeptDraft } from "./kept-draft";

/** Every step of signing in: the form on one side, what one was writing on the other. */
export function SignFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const t = translator(locale);
  return (
    <main id="main" className="sign">
      <div className="sform">
        <div className="sbox">
          <Brand locale={locale} size={30} />
          {children}
        </div>
      </div>
      <KeptDraft
        locale={locale}
        label={t("auth.draft")}
        keep={t("auth.keep")}
        saved={t("auth.draftSaved", { time: "%TIME%" })}
        savedOn={t("auth.draftOf", { day: "%DAY%", time: "%TIME%" })}
      >
        <Gains locale={locale} />
      </KeptDraft>
    </main>
  );
}

function Gains({ locale }: { locale: Locale }) {
  const t = translator(locale);
  const gains = [
    { Icon: PenLine, text: t("auth.gain.ask") },
    { Icon: ThumbsUp, text: t("auth.gain.help") },
    { Icon: LifeBuoy, text: t("auth.gain.human", { company: site.company }) },
  ];
  return (
    <>
      <p className="mut2">{t("auth.keepNothing")}</p>
      <ul className="gains">
        {gains.map(({ Icon, text }) => (
          <li key={text}>
            <Icon size={20} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
