import type { ReactNode } from "react";

interface FoldedTableProps {
  /** The first column names the row. */
  columns: string[];
  rows: (readonly ReactNode[])[];
  caption?: string;
}

/** What is folded, as a table with as little around each cell as it takes: there may be hundreds of rows. */
export function FoldedTable({ columns, rows, caption }: FoldedTableProps) {
  return (
    <table className="data-table folded">
      {caption && <caption className="sr-only">{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...figures], row) => (
          <tr key={row}>
            <th scope="row">{head}</th>
            {figures.map((figure, column) => (
              <td key={column}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
