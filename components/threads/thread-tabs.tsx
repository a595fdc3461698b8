import { Tabs } from "@/components/ui/tabs";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { ThreadSort } from "@/lib/threads/thread-view";

export const tabs = ["latest", "unanswered", "needs", "solved"] as const satisfies ThreadSort[];

/** From an address; nonsense is the first tab. */
export function tabOf(value: unknown): ThreadSort {
  return tabs.find((tab) => tab === value) ?? "latest";
}

type ThreadTabsProps = { locale: Locale; path: string; current: ThreadSort; unanswered?: string };

export function ThreadTabs({ locale, path, current, unanswered }: ThreadTabsProps) {
  const t = translator(locale);
  return (
    <Tabs
      label={t("threads.filter")}
      items={tabs.map((tab) => ({
        href: href(locale, tab === "latest" ? path : `${path}?tab=${tab}`),
        label: t(`threads.tab.${tab}`),
        current: tab === current,
        count: tab === "unanswered" ? unanswered : undefined,
      }))}
    />
  );
}
