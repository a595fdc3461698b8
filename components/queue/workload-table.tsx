import type { ConsoleText } from "@/components/conversations/console-texts";
import { Table } from "@/components/ui/table";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
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
      <div className="overflow-x-auto" role="region" aria-labelledby="load" tabIndex={0}>
        <Table
          className="tb2 w-full"
          caption={t("queue.load.title")}
          rows={workload.agents}
          rowKey={({ agent }) => agent.id}
          columns={[
            { head: t("queue.load.agent"), cell: (row) => <AgentCell locale={locale} t={t} row={row} /> },
            { head: t("queue.state"), cell: ({ state }) => t(`queue.presence.${state}`) },
            {
              head: t("queue.load.seats"),
              number: true,
              cell: ({ load, capacity }) => t("queue.load.of", { load, capacity }),
            },
            ...numbers.map((name) => ({
              head: t(`queue.load.${name}`),
              number: true,
              cell: (row: Workload["agents"][number]) => formatNumber(locale, row[name]),
            })),
          ]}
        />
      </div>
    </section>
  );
}

/** Whom they talk with now, each a way to read along and to leave a note. */
function AgentCell({ locale, t, row: { agent, chats } }: { locale: Locale; t: ConsoleText; row: Workload["agents"][number] }) {
  return (
    <>
      {agent.displayName}
      {chats.map(({ conversationId, title, asker }) => (
        <a key={conversationId} className="lk small block" href={href(locale, `/staff/inbox?c=${conversationId}`)}>
          {t("queue.load.chat", { name: asker, title })}
        </a>
      ))}
    </>
  );
}
