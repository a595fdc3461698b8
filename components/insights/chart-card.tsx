import type { ReactNode } from "react";

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
            <table className="tb2 w-full">
              <thead>
                <tr>
                  {table.head.map((head, index) => (
                    <th key={head} scope="col" className={index > 0 ? "num" : undefined}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(([first, ...cells]) => (
                  <tr key={first}>
                    <th scope="row">{first}</th>
                    {cells.map((cell, index) => (
                      <td key={index} className="num">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
