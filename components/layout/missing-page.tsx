import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { SearchBox } from "@/components/ui/search-box";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { Page } from "./page";

type MissingPageProps = { locale: Locale; path: string; words: string; children?: ReactNode };

/** The way on from an address that leads nowhere; `children` are the hits for its words. */
export function MissingPage({ locale, path, words, children }: MissingPageProps) {
  const t = translator(locale);
  return (
    <Page locale={locale} path={path} mainClass="wrap nfp" search={false}>
      <div>
        <h1>{t("notFound.title")}</h1>
        <p className="lede">{t("notFound.lede")}</p>
        <SearchBox
          action={href(locale, "/search")}
          label={t("layout.searchLabel")}
          button={t("common.search")}
          value={words}
        />
        {children && <div className="mt-[22px]">{children}</div>}
      </div>
      <aside className="side">
        <section className="card">
          <h2 className="sh">{t("notFound.nothing")}</h2>
          <p className="mut2 mb-4">{t("notFound.nothingText")}</p>
          <div className="stack8">
            <LinkButton wide href={href(locale, "/ask")}>
              {t("layout.ask")}
            </LinkButton>
            <LinkButton look="ghost" wide href={href(locale, "/")}>
              {t("notFound.home")}
            </LinkButton>
          </div>
        </section>
      </aside>
    </Page>
  );
}
