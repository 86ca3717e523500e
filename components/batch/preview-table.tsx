import type { PreviewRow } from "./preview-rows";
import { chanceInWords, withoutInWords } from "./words";
import { asSentence } from "@/components/words";
import { toleranceInWords } from "@/lib/model/answer/confidence";
import { estimateStep, formatQuantity, formatShare } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import type { FeatureColumn } from "@/lib/model/inputs/columns";

interface PreviewTableProps {
  spec: Spec;
  rows: PreviewRow[];
  columns: FeatureColumn[];
  /** Of the ranges; null where estimates have none. */
  level: number | null;
}

/** The estimates beside what they were made of; the table scrolls inside its box where it is wider than the page. */
export function PreviewTable({ spec: { target }, rows, columns, level }: PreviewTableProps) {
  const held = columns.filter(({ column }) => column !== null);
  const faulty = rows.filter(({ answer }) => answer.error !== "").length;
  return (
    <>
      <p className="max-w-[38rem]">
        {faulty === 0
          ? "This is what they give."
          : faulty === rows.length
            ? "None of them has an estimate. Is each column the one that it should be?"
            : withoutInWords(rows)}
      </p>
      <div role="region" aria-label="The first rows with their estimates" tabIndex={0} className="scrolls mt-6">
        <table className="w-full text-small">
          <thead>
            <tr className="text-quiet [&>th]:py-2 [&>th]:text-right [&>th]:align-bottom [&>th]:font-normal [&>th:not(:first-child)]:pl-4">
              <th scope="col">Row</th>
              <th scope="col">Estimate</th>
              {level !== null && (
                <>
                  <th scope="col">Range, {formatShare(level)}</th>
                  <th scope="col">Within {toleranceInWords(target.tolerance, target.unit)}</th>
                </>
              )}
              {held.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.row}
                row={row}
                unit={target.unit}
                ranged={level !== null}
                width={held.length + (level === null ? 1 : 3)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps {
  row: PreviewRow;
  unit: string | undefined;
  /** Whether estimates have a range. */
  ranged: boolean;
  /** The columns beside the row's number. */
  width: number;
}

/** A row, and below it what is wrong with it or makes its estimate less sure. */
function Row({ row: { row, cells, answer }, unit, ranged, width }: RowProps) {
  const { estimate, low, high, within, warnings, error } = answer;
  const step = estimateStep(estimate, ranged ? { low, high } : null);
  const note = error || warnings;
  return (
    <>
      <tr className="border-t border-rule [&>*]:py-2 [&>*]:text-right [&>*]:whitespace-nowrap [&>*:not(:first-child)]:pl-4">
        <th scope="row" className="font-normal text-quiet">
          {row}
        </th>
        {error ? (
          <>
            <td className="text-rust">none</td>
            {ranged && (
              <>
                <td />
                <td />
              </>
            )}
          </>
        ) : (
          <>
            <td className="font-medium">{formatQuantity(estimate, unit, step)}</td>
            {ranged && (
              <>
                <td>
                  {formatQuantity(low, unit, step)} to {formatQuantity(high, unit, step)}
                </td>
                <td>{chanceInWords(within)}</td>
              </>
            )}
          </>
        )}
        {cells.map(({ name, text, faulty }) => (
          <td key={name} className={faulty ? "text-rust underline decoration-wavy underline-offset-4" : "text-quiet"}>
            {text || (faulty ? "empty" : "")}
          </td>
        ))}
      </tr>
      {note && (
        <tr>
          <td />
          <td colSpan={width} className={`pb-2 pl-5 ${error ? "text-rust" : "text-quiet"}`}>
            <span className="sticky left-5 block max-w-[min(38rem,80vw)]">{asSentence(note)}</span>
          </td>
        </tr>
      )}
    </>
  );
}
