import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
import type { CheckedRow } from "@/lib/training/draft/golden-rows";
import { CHECK_WORDS } from "./check-words";
import { differenceInWords, everyDigit } from "./words";

export interface ListedRow extends Omit<CheckedRow, "row" | "golden"> {
  name: string;
  /** The values that were entered. */
  detail?: string;
  onRemove?: () => void;
}

/** Of many rows, those that differ first. */
const MOST_LISTED = 12;

/** Golden rows beside the estimates of the model. */
export function GoldenTable({ rows }: { rows: ListedRow[] }) {
  const words = useWords(CHECK_WORDS);
  const locale = useLocale();
  const sorted = [...rows.filter(({ agrees }) => !agrees), ...rows.filter(({ agrees }) => agrees)];
  const left = rows.length - MOST_LISTED;
  return (
    <>
      <DataTable
        caption={words.caption}
        columns={words.head}
        wide
        double={words.head.slice(1)}
        rows={sorted.slice(0, MOST_LISTED).map((row) => [
          <span key="name" className="block max-w-[18rem] wrap-anywhere">
            {row.name}:{" "}
            <span className={row.agrees ? "text-accent" : "text-rust"}>
              {row.agrees ? words.agrees : words.differs}
            </span>
            {row.detail && <span className="block text-caption text-quiet">{row.detail}</span>}
            {row.onRemove && (
              <button
                type="button"
                className="link min-h-11 cursor-pointer text-caption sm:min-h-8"
                onClick={row.onRemove}
              >
                {words.leaveOut}
              </button>
            )}
          </span>,
          everyDigit(locale, row.printed),
          everyDigit(locale, row.estimate),
          differenceInWords(row, locale),
        ])}
      />
      {left > 0 && <p className="mt-3 text-small text-quiet">{words.more(left)}</p>}
    </>
  );
}
