import type { Call } from "./booking-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { Table } from "@/components/ui/table";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";

/** Whom we have promised to call, and when. */
export function CallList({ locale, t, calls }: { locale: Locale; t: ConsoleText; calls: Call[] }) {
  if (calls.length === 0) return null;
  return (
    <section>
      <h2 className="mt-5 mb-2">{t("queue.calls.title")}</h2>
      <Table
        caption={t("queue.calls.title")}
        rows={calls}
        rowKey={({ conversationId }) => conversationId}
        columns={[
          {
            head: t("queue.question"),
            cell: ({ conversationId, thread, asker }) => (
              <>
                <a className="lk" href={href(locale, `/staff/inbox?c=${conversationId}`)}>
                  {thread.title}
                </a>
                <span className="small mut block">{asker.displayName}</span>
              </>
            ),
          },
          { head: t("queue.calls.when"), cell: ({ startsAt }) => formatDate(locale, new Date(startsAt), "shortTime") },
          {
            head: t("queue.calls.phone"),
            cell: ({ phone }) => (
              <a className="lk" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                {phone}
              </a>
            ),
          },
          { head: t("queue.late.who"), cell: ({ agent }) => agent?.displayName ?? t("queue.late.nobody") },
        ]}
      />
    </section>
  );
}
