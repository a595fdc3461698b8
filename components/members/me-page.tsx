import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { Tabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export type MePlace = "settings" | "notifications" | "threads" | "following" | "conversations" | "sessions" | "tokens";

const places: MePlace[] = ["notifications", "threads", "following", "conversations", "settings", "sessions", "tokens"];

/** The frame of everything that is about oneself. */
export function MePage({ locale, place, title, children }: { locale: Locale; place: MePlace; title: string; children: ReactNode }) {
  const t = translator(locale);
  return (
    <Page locale={locale} path={`/me/${place}`}>
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
