import type { ReactNode } from "react";

interface DataTableProps {
  /** What the table is, for those who do not see what it stands under. */
  caption: string;
  /** The first column names the row; the others hold figures. */
  columns: string[];
  rows: ReactNode[][];
  /** Where a phone is too narrow for the columns, each row becomes a block of figures with their names, four across. */
  wide?: boolean;
  /** The columns whose figures take two places of a block. */
  double?: string[];
}

/** The numbers of a chart, or figures that need no chart. Roles are spelt out, as a block is no longer a table. */
export function DataTable({ caption, columns, rows, wide = false, double = [] }: DataTableProps) {
  const names = columns.slice(1);
  return (
    <table role="table" className={wide ? "data-table stacked" : "data-table"}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([head, ...figures], index) => (
          <tr key={index} role="row">
            <th role="rowheader" scope="row">
              {head}
            </th>
            {figures.map((figure, position) => {
              const name = names[position]!;
              const place = double.includes(name) ? "col-span-2" : undefined;
              return (
                <td key={name} role="cell" data-name={wide ? name : undefined} className={place}>
                  {figure}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
