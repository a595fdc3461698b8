import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { IconType } from "@/components/ui/icon";
import {
  ArrowUpRight,
  BookOpen,
  ChartLine,
  Hourglass,
  Inbox,
  Settings,
  ShieldCheck,
} from "@/components/ui/icons";
import { Mark } from "@/components/ui/mark";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { PresenceState } from "@/components/ui/presence";
import { href, otherLocale, otherLocaleHref, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { currentPlace, relativeTimes } from "./inline-scripts";
import { PageKeys } from "./page-keys";
import { shortcutList } from "./shortcut-list";
import { SignOutItem } from "./sign-out-item";
import { ThemeSwitch } from "./theme-switch";

export type StaffPlace = "inbox" | "queue" | "review" | "articles" | "insights" | "settings";

type StaffShellProps = {
  locale: Locale;
  path: string;
  current?: StaffPlace;
  me: { id: number; name: string; displayName: string; avatarUrl?: string | null; presence?: PresenceState };
  /** How much waits in each place. */
  counts?: Partial<Record<StaffPlace, number>>;
  /** "con" for the console, "rev" for review, "ins" for insights, "spage" for what is read downwards. */
  mainClass?: string;
  children: ReactNode;
};

/** The staff area: a rail of places at the start, the place beside it. */
export function StaffShell({
  locale,
  path,
  current,
  me,
  counts = {},
  mainClass = "spage",
  children,
}: StaffShellProps) {
  const t = translator(locale);
  const places: { place: StaffPlace; icon: IconType; label: string }[] = [
    { place: "inbox", icon: Inbox, label: t("layout.staffInbox") },
    { place: "queue", icon: Hourglass, label: t("layout.staffQueue") },
    { place: "review", icon: ShieldCheck, label: t("layout.staffReview") },
    { place: "articles", icon: BookOpen, label: t("layout.staffArticles") },
    { place: "insights", icon: ChartLine, label: t("layout.staffInsights") },
    { place: "settings", icon: Settings, label: t("layout.staffSettings") },
  ];
  return (
    <div className="app">
      <a className="skip" href="#main">
        {t("layout.skip")}
      </a>
      <nav className="rail" aria-label={t("layout.staffNav")}>
        <a className="rmark" href={href(locale, "/")} aria-label={site.community}>
          <Mark />
        </a>
        <div className="places">
          {places.map(({ place, icon: Icon, label }) => (
            <a
              key={place}
              className="ri"
              href={href(locale, `/staff/${place}`)}
              aria-current={place === current ? "page" : undefined}
            >
              <Icon size={20} />
              <span>{label}</span>
              <Count of={counts[place]} place={place} />
            </a>
          ))}
          <span className="grow" />
          <a className="ri" href={href(locale, "/")}>
            <ArrowUpRight size={20} />
            <span>{t("layout.community")}</span>
          </a>
        </div>
        <Menu
          label={`${t("layout.account")}, ${me.displayName}`}
          triggerClass="ri me"
          className="railm"
          trigger={
            <>
              <Avatar
                id={me.id}
                name={me.displayName}
                url={me.avatarUrl}
                presence={me.presence}
                staff
                size="sm"
              />
              <span>{me.displayName.split(" ")[0]}</span>
            </>
          }
        >
          <MenuItem href={href(locale, `/u/${me.name}`)}>{t("layout.profile")}</MenuItem>
          <MenuItem href={href(locale, "/me/settings")}>{t("layout.settings")}</MenuItem>
          <MenuItem href={href(locale, "/staff/mail")}>{t("layout.staffMail")}</MenuItem>
          <MenuItem href={otherLocaleHref(locale, path)} hrefLang={otherLocale(locale)}>
            {t("layout.languageName")}
          </MenuItem>
          <ThemeSwitch locale={locale} />
          <MenuItem keys="?" data-shortcuts="">
            {t("layout.shortcuts")}
          </MenuItem>
          <SignOutItem locale={locale} />
        </Menu>
      </nav>
      <main id="main" className={mainClass} tabIndex={-1}>
        {children}
      </main>
      <script dangerouslySetInnerHTML={{ __html: `${relativeTimes};${currentPlace}` }} />
      <PageKeys title={t("layout.shortcuts")} close={t("common.close")} shortcuts={shortcutList(t, true)} />
    </div>
  );
}

/** Live islands find it by its place and keep it up to date. */
function Count({ of: count, place }: { of: number | undefined; place: StaffPlace }) {
  return (
    <b className="cnt" data-count={place} hidden={!count} suppressHydrationWarning>
      {count ?? ""}
    </b>
  );
}
