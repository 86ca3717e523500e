import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { START_WORDS } from "./words";

/** More columns do not fit a glance. */
const MOST = 60;

/** The columns of a table with the cells of its first rows. */
export function FirstRows({ columns, rows }: { columns: string[]; rows: string[][] }) {
  const words = useWords(START_WORDS);
  const { count, quantity } = useWriter();
  const all = count(columns.length, words.column, words.columns);
  return (
    <div className="mb-6">
      <p className="text-small text-quiet">{columns.length > MOST ? words.firstColumns(all, quantity(MOST)) : all}</p>
      <div tabIndex={0} role="region" aria-label={words.firstRows} className="scrolls mt-2">
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
