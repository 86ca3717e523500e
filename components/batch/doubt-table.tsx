import type { Doubt } from "./summary";
import { DataTable } from "@/components/chart/data-table";
import { useLocale } from "#locale";
import { toleranceInWords } from "@/lib/model/answer/tolerance";
import { estimateStep, writerOf } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";
import { ANSWER_WORDS } from "./answer-words";
import type { Labels } from "./labels";
import { RESULT_WORDS } from "./result-words";
import { ServerText } from "./server-text";
import { chanceInWords, countInFigures } from "./words";

interface DoubtTableProps {
  spec: Spec;
  labels: Labels;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  doubts: Doubt[];
}

/** The estimates to check before using them, and why. */
export function DoubtTable({ spec, labels, level, doubts }: DoubtTableProps) {
  const { target } = spec;
  const locale = useLocale();
  const writer = writerOf(locale);
  const head = ANSWER_WORDS[locale];
  const words = RESULT_WORDS[locale];
  const range = level === null ? undefined : head.range(writer.share(level));
  const near = toleranceInWords(target.tolerance, target.unit, locale);
  const outside = doubts.some(({ warnings }) => warnings !== "");
  return (
    <>
      <p className="max-w-[38rem]">{level === null ? words.doubtsOutside : words.doubts(near, outside)}</p>
      <DataTable
        caption={words.doubtsCaption}
        columns={[head.row, head.estimate, ...(range ? [range, head.within(near)] : [])]}
        double={range ? [range] : []}
        wide
        rows={doubts.map(({ row, estimate, low, high, within, warnings }) => {
          const step = estimateStep(estimate, range ? { low, high } : null);
          const write = (value: number) => writer.quantity(value, target.unit, step);
          return [
            <span key="row" className="block max-w-[22rem]">
              <span className="md:hidden">{head.row} </span>
              {countInFigures(locale, row)}
              {warnings && (
                <span className="block text-caption text-quiet">
                  <ServerText text={warnings} kind="outside" spec={spec} labels={labels} />
                </span>
              )}
            </span>,
            write(estimate),
            ...(range ? [head.to(write(low), write(high)), chanceInWords(locale, within)] : []),
          ];
        })}
      />
    </>
  );
}
