import type { ConsoleText } from "@/components/conversations/console-texts";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Workload } from "@/lib/queue/list-workload";

/** Who carries how much, and what became of the offers they had. */
export function WorkloadTable({ locale, t, workload }: { locale: Locale; t: ConsoleText; workload: Workload }) {
  const numbers = ["accepted", "byHand", "declined", "missed"] as const;
  return (
    <section>
      <h2 id="load" className="mt-5 mb-2">
        {t("queue.load.title")}
      </h2>
      {workload.unfairness !== null && (
        <p className="mut2 mb-2">
          {t("queue.load.fairness", { value: formatNumber(locale, workload.unfairness, { maximumFractionDigits: 2 }) })}
        </p>
      )}
      <div className="qtab" role="region" aria-labelledby="load" tabIndex={0}>
        <table className="tb2">
          <thead>
            <tr>
              <th scope="col">{t("queue.load.agent")}</th>
              <th scope="col">{t("queue.state")}</th>
              <th scope="col" className="num">
                {t("queue.load.seats")}
              </th>
              {numbers.map((name) => (
                <th key={name} scope="col" className="num">
                  {t(`queue.load.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {workload.agents.map((row) => (
              <tr key={row.agent.id}>
                <th scope="row">{row.agent.displayName}</th>
                <td>{t(`queue.presence.${row.state}`)}</td>
                <td className="num">{t("queue.load.of", { load: row.load, capacity: row.capacity })}</td>
                {numbers.map((name) => (
                  <td key={name} className="num">
                    {formatNumber(locale, row[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
