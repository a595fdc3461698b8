import type { ReactNode } from "react";
import { translator } from "@/lib/platform/i18n/translator";
import { Footer } from "./footer";
import { Header, type HeaderProps } from "./header";
import { currentPlace, relativeTimes } from "./inline-scripts";
import { PageKeys } from "./page-keys";
import { shortcutList } from "./shortcut-list";

type PageProps = HeaderProps & {
  /** The overlay then also says what this reader may do in the thread. */
  threadId?: number;
  mainClass?: string;
  children: ReactNode;
};

/** Header, content, footer: every page that is not the staff area. */
export function Page({ threadId, mainClass = "wrap", children, ...header }: PageProps) {
  const t = translator(header.locale);
  return (
    <>
      <a className="skip" href="#main">
        {t("layout.skip")}
      </a>
      <Header {...header} />
      <main id="main" className={mainClass} data-thread={threadId} tabIndex={-1}>
        {children}
      </main>
      <Footer locale={header.locale} />
      <script dangerouslySetInnerHTML={{ __html: `${relativeTimes};${currentPlace}` }} />
      <PageKeys title={t("layout.shortcuts")} close={t("common.close")} shortcuts={shortcutList(t)} />
    </>
  );
}
