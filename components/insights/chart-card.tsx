import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";

export type ChartTable = { head: string[]; rows: (string | number)[][] };

type ChartCardProps = { id: string; title: string; sub: string; wide: number; table?: ChartTable; asTable?: string; children: ReactNode };

/** A chart with the same figures as a table below, for those who would rather read them. */
export function ChartCard({ id, title, sub, wide, table, asTable, children }: ChartCardProps) {
  return (
    <section className="ccard" style={{ gridColumn: `span ${wide}` }} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="sub">{sub}</p>
      {children}
      {table && (
        <details className="mt-2">
          <summary className="small mut cursor-pointer">{asTable}</summary>
          <div className="overflow-x-auto mt-2" tabIndex={0} role="group" aria-labelledby={id}>
            <Table
              className="tb2 w-full"
              caption={title}
              rows={table.rows}
              rowKey={([first]) => String(first)}
              columns={table.head.map((head, index) => ({ head, number: index > 0, cell: (row: ChartTable["rows"][number]) => row[index] }))}
            />
          </div>
        </details>
      )}
    </section>
  );
}
