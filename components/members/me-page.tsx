import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { Tabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export type MePlace = "settings" | "notifications" | "threads" | "following" | "conversations" | "sessions" | "tokens";

const places: MePlace[] = ["notifications", "threads", "following", "conversations", "settings", "sessions", "tokens"];

/** `path`: of a page further in. */
type MePageProps = { locale: Locale; place: MePlace; path?: string; title: string; children: ReactNode };

/** The frame of everything that is about oneself. */
export function MePage({ locale, place, path = `/me/${place}`, title, children }: MePageProps) {
  const t = translator(locale);
  return (
    <Page locale={locale} path={path}>
      <div className="mepage">
        <Tabs
          label={t("members.me")}
          items={places.map((item) => ({
            href: href(locale, `/me/${item}`),
            label: t(`members.nav.${item}`),
            current: item === place,
          }))}
        />
        <h1>{title}</h1>
        {children}
      </div>
    </Page>
  );
}
