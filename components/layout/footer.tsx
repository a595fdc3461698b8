import { Mark } from "@/components/ui/mark";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";

export function Footer({ locale }: { locale: Locale }) {
  const t = translator(locale);
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{site.legalName}</span>
        <nav aria-label={t("layout.legal")}>
          <a href={href(locale, "/about/rules")}>{t("layout.rules")}</a>
          <a href={href(locale, "/about/privacy")}>{t("layout.privacy")}</a>
          <a href={href(locale, "/about/imprint")}>{t("layout.imprint")}</a>
          <a href={href(locale, "/about/accessibility")}>{t("layout.accessibility")}</a>
        </nav>
        <span className="runs">
          {t("layout.runsOn")} <Mark size={16} />
          <b>Kundig</b>
        </span>
      </div>
    </footer>
  );
}
