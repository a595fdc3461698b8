import type { ReactNode } from "react";

export type Column<Row> = {
  /** Nothing stands above buttons. */
  head?: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end, so that they can be compared. */
  number?: boolean;
  /** A phone shows no heads: this one is said before each cell. */
  told?: boolean;
  /** Of its cells. */
  className?: string;
};

type TableProps<Row> = {
  caption: string;
  /** The first names the row. */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** "stlist" for a list that is worked with, "tb2" for figures in a card. */
  className?: string;
};

export function Table<Row>({ caption, columns, rows, rowKey, className = "stlist" }: TableProps<Row>) {
  const [name, ...rest] = columns;
  const classOf = ({ number, className: own }: Column<Row>) => [number && "num", own].filter(Boolean).join(" ") || undefined;
  return (
    <table className={className}>
      <caption className="vh">{caption}</caption>
      {columns.some(({ head }) => head) && (
        <thead>
          <tr>
            {columns.map(({ head, number }, index) =>
              head ? (
                <th key={index} scope="col" className={number ? "num" : undefined}>
                  {head}
                </th>
              ) : (
                <td key={index} />
              ),
            )}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {name && (
              <th scope="row" className={classOf(name)}>
                {name.cell(row)}
              </th>
            )}
            {rest.map((column, index) => (
              <td key={index} className={classOf(column)} data-label={column.told ? column.head : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
