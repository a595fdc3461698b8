import type { Call } from "./booking-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";

/** Whom we have promised to call, and when. */
export function CallList({ locale, t, calls }: { locale: Locale; t: ConsoleText; calls: Call[] }) {
  if (calls.length === 0) return null;
  return (
    <section>
      <h2 id="calls" className="mt-5 mb-2">
        {t("queue.calls.title")}
      </h2>
      <div className="qtab" role="region" aria-labelledby="calls" tabIndex={0}>
        <table className="tb2">
          <thead>
            <tr>
              <th scope="col">{t("queue.calls.when")}</th>
              <th scope="col">{t("queue.question")}</th>
              <th scope="col">{t("queue.calls.phone")}</th>
              <th scope="col">{t("queue.late.who")}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.conversationId}>
                <td>{formatDate(locale, new Date(call.startsAt), "shortTime")}</td>
                <td>
                  <a className="lk" href={href(locale, `/staff/inbox?c=${call.conversationId}`)}>
                    {call.thread.title}
                  </a>
                  <span className="small mut block">{call.asker.displayName}</span>
                </td>
                <td>
                  <a className="lk" href={`tel:${call.phone.replace(/[^+\d]/g, "")}`}>
                    {call.phone}
                  </a>
                </td>
                <td>{call.agent?.displayName ?? t("queue.late.nobody")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
