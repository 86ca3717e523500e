import type { PreviewRow } from "./preview-rows";
import { useWriter } from "@/components/language/use-writer";
import { useWords } from "@/components/language/use-words";
import { useLocale } from "#locale";
import { toleranceInWords } from "@/lib/model/answer/tolerance";
import { estimateStep } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import type { FeatureColumn } from "@/lib/model/inputs/columns";
import { ANSWER_WORDS } from "./answer-words";
import type { Labels } from "./labels";
import { withoutInWords } from "./sentences";
import { ServerText } from "./server-text";
import { TABLE_WORDS } from "./table-words";
import { chanceInWords } from "./words";

interface PreviewTableProps {
  spec: Spec;
  labels: Labels;
  rows: PreviewRow[];
  columns: FeatureColumn[];
  /** Of the ranges; null where estimates have none. */
  level: number | null;
}

/** The estimates beside their inputs; the table scrolls inside its box where it is wider than the page. */
export function PreviewTable({ spec, labels, rows, columns, level }: PreviewTableProps) {
  const { target } = spec;
  const locale = useLocale();
  const write = useWriter();
  const words = useWords(ANSWER_WORDS);
  const present = columns.filter(({ column }) => column !== null);
  return (
    <>
      <p className="max-w-[38rem]">{withoutInWords(locale, rows)}</p>
      <div role="region" aria-label={TABLE_WORDS[locale].preview.table} tabIndex={0} className="scrolls mt-6">
        <table className="w-full text-small">
          <thead>
            <tr className="text-quiet [&>th]:py-2 [&>th]:text-right [&>th]:align-bottom [&>th]:font-normal [&>th:not(:first-child)]:pl-4">
              <th scope="col">{words.row}</th>
              <th scope="col">{words.estimate}</th>
              {level !== null && (
                <>
                  <th scope="col">{words.range(write.share(level))}</th>
                  <th scope="col">{words.within(toleranceInWords(target.tolerance, target.unit, locale))}</th>
                </>
              )}
              {present.map(({ name, label }) => (
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
                spec={spec}
                labels={labels}
                ranged={level !== null}
                width={present.length + (level === null ? 1 : 3)}
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
  spec: Spec;
  labels: Labels;
  /** Whether estimates have a range. */
  ranged: boolean;
  /** The columns beside the row's number. */
  width: number;
}

/** A row, and below it what is wrong with it or makes its estimate less certain. */
function Row({ row: { row, cells, answer, fault }, spec, labels, ranged, width }: RowProps) {
  const locale = useLocale();
  const write = useWriter();
  const words = useWords(ANSWER_WORDS);
  const { unit } = spec.target;
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
            <td className="text-rust">{TABLE_WORDS[locale].preview.noEstimate}</td>
            {ranged && (
              <>
                <td />
                <td />
              </>
            )}
          </>
        ) : (
          <>
            <td className="font-medium">{write.quantity(estimate, unit, step)}</td>
            {ranged && (
              <>
                <td>{words.to(write.quantity(low, unit, step), write.quantity(high, unit, step))}</td>
                <td>{chanceInWords(locale, within)}</td>
              </>
            )}
          </>
        )}
        {cells.map(({ name, text, faulty }) => (
          <td key={name} className={faulty ? "text-rust underline decoration-wavy underline-offset-4" : "text-quiet"}>
            {text || (faulty ? TABLE_WORDS[locale].preview.empty : "")}
          </td>
        ))}
      </tr>
      {note && (
        <tr>
          <td />
          <td colSpan={width} className={`pb-2 pl-5 ${error ? "text-rust" : "text-quiet"}`}>
            <span className="sticky left-5 block max-w-[min(38rem,80vw)]">
              {fault || <ServerText text={note} kind={error ? "check" : "outside"} spec={spec} labels={labels} />}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}
