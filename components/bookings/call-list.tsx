import type { Call } from "./booking-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { TitleCell } from "@/components/ui/title-cell";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { PhoneLink } from "./phone-link";

/** `more`: how many come after these. */
export type Calls = { items: Call[]; more: number; nextCursor: string | null };

/** Whom we have promised to call, and when. */
export function CallList({ locale, t, calls }: { locale: Locale; t: ConsoleText; calls: Calls }) {
  if (calls.items.length === 0) return null;
  return (
    <section>
      <h2 id="calls" className="mt-5 mb-2">
        {t("queue.calls.title")}
      </h2>
      <Table
        caption={t("queue.calls.title")}
        rows={calls.items}
        rowKey={({ conversationId }) => conversationId}
        columns={[
          {
            head: t("queue.question"),
            cell: ({ conversationId, thread, asker }) => (
              <TitleCell href={href(locale, `/staff/inbox?c=${conversationId}`)} title={thread.title}>
                {asker.displayName}
              </TitleCell>
            ),
          },
          { head: t("queue.calls.when"), cell: ({ startsAt }) => formatDate(locale, new Date(startsAt), "shortTime") },
          {
            head: t("queue.calls.phone"),
            cell: ({ phone }) => <PhoneLink phone={phone} />,
          },
          { head: t("queue.late.who"), cell: ({ agent }) => agent?.displayName ?? t("queue.late.nobody") },
        ]}
      />
      <MoreLink
        href={calls.nextCursor ? `${href(locale, "/staff/queue")}?calls=${calls.nextCursor}#calls` : undefined}
        label={t("queue.more", { count: calls.more })}
      />
    </section>
  );
}
