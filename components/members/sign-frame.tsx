import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
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
      />
    </main>
  );
}
