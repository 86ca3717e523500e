import { formatCount } from "@/lib/model/format";

/** More columns than these say nothing at a glance. */
const MOST = 60;

/** The columns of a table with what its first rows hold. */
export function FirstRows({ columns, rows }: { columns: string[]; rows: string[][] }) {
  const more = columns.length - MOST;
  return (
    <div className="mb-6">
      <p className="text-small text-quiet">
        {formatCount(columns.length, "column")}
        {more > 0 && `, the first ${MOST} of them here`}
      </p>
      <div tabIndex={0} role="region" aria-label="The first rows" className="scrolls mt-2">
        <table className="data-table folded text-caption">
          <thead>
            <tr>
              {columns.slice(0, MOST).map((column, index) => (
                <th key={index} scope="col" className="max-w-[12rem] truncate pr-4">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.slice(0, MOST).map((cell, index) => (
                  <td key={index} className="max-w-[12rem] truncate pr-4">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
