import type { ReactNode } from "react";

type ReviewTableProps<Row> = {
  caption: string;
  /** What each row is, and the other columns. */
  head: string;
  heads: ReactNode;
  items: Row[];
  selected: number | null;
  hrefOf: (id: number) => string;
  title: (row: Row) => string;
  /** The beginning of what was written. */
  text: (row: Row) => string;
  cells: (row: Row) => ReactNode;
};

/** Each row opens what it names beside the table. */
export function ReviewTable<Row extends { id: number }>({ caption, head, heads, items, selected, hrefOf, title, text, cells }: ReviewTableProps<Row>) {
  return (
    <table className="cases w-full">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {heads}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id} aria-selected={row.id === selected} className="relative">
            <td>
              <a className="font-semibold after:absolute after:inset-0" href={hrefOf(row.id)} aria-current={row.id === selected ? "true" : undefined}>
                {title(row)}
              </a>
              <span className="ex">{text(row)}</span>
            </td>
            {cells(row)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
