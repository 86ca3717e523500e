import { DataTable } from "@/components/chart/data-table";
import { formatCount } from "@/lib/model/format";
import type { CheckedRow } from "@/lib/training/draft/golden-rows";
import { differenceInWords } from "./words";

export interface ListedRow extends Omit<CheckedRow, "row" | "golden"> {
  name: string;
  /** What was entered. */
  detail?: string;
  onRemove?: () => void;
}

/** Of many rows, those that differ first. */
const MOST_LISTED = 12;

/** Golden rows beside what the model gives for them. */
export function GoldenTable({ rows }: { rows: ListedRow[] }) {
  const sorted = [...rows.filter(({ agrees }) => !agrees), ...rows.filter(({ agrees }) => agrees)];
  const left = rows.length - MOST_LISTED;
  return (
    <>
      <DataTable
        caption="Golden rows"
        columns={["Row", "Printed", "Here", "Difference"]}
        wide
        double={["Printed", "Here", "Difference"]}
        rows={sorted.slice(0, MOST_LISTED).map((row) => [
          <span key="name" className="block max-w-[18rem] wrap-anywhere">
            {row.name}:{" "}
            <span className={row.agrees ? "text-accent" : "text-rust"}>{row.agrees ? "agrees" : "differs"}</span>
            {row.detail && <span className="block text-caption text-quiet">{row.detail}</span>}
            {row.onRemove && (
              <button
                type="button"
                className="link min-h-11 cursor-pointer text-caption sm:min-h-8"
                onClick={row.onRemove}
              >
                Leave out
              </button>
            )}
          </span>,
          row.printed,
          String(row.estimate).replace("-", "−"),
          differenceInWords(row),
        ])}
      />
      {left > 0 && <p className="mt-3 text-small text-quiet">{formatCount(left, "more row")}.</p>}
    </>
  );
}
