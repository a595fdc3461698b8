import { EmptyState } from "@/components/ui/empty-state";
import { CircleCheck, MessageCircle, PenLine } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { ThreadList, ThreadSort } from "@/lib/threads/thread-view";
import { ThreadRows } from "./thread-rows";

type ThreadListPageProps = {
  locale: Locale;
  list: ThreadList;
  tab: ThreadSort;
  path: string;
  /** Where to ask when there is nothing yet. */
  ask: string;
  inCategory?: string;
  more?: string;
  heading?: "h2" | "h3";
};

/** The rows of a tab, what stands there when there are none, and the way on. */
export function ThreadListPage({ locale, list, tab, path, ask, inCategory, more, heading }: ThreadListPageProps) {
  const t = translator(locale);
  const query = tab === "latest" ? "" : `tab=${tab}&`;
  if (list.items.length === 0) {
    return tab === "unanswered" ? (
      <EmptyState icon={CircleCheck} title={t("threads.noneUnanswered")} text={t("threads.noneUnansweredText")} />
    ) : (
      <EmptyState icon={MessageCircle} title={t("threads.noneTitle")} text={t("threads.noneText")}>
        <LinkButton icon={PenLine} href={ask}>
          {t("layout.ask")}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <>
      <ThreadRows locale={locale} threads={list.items} inCategory={inCategory} heading={heading} />
      <MoreLink href={list.nextCursor ? href(locale, `${path}?${query}after=${list.nextCursor}`) : undefined} label={more ?? t("threads.showMore")} />
    </>
  );
}
