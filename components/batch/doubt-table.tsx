import type { Doubt } from "./summary";
import { chanceInWords } from "./words";
import { DataTable } from "@/components/chart/data-table";
import { asSentence } from "@/components/words";
import { toleranceInWords } from "@/lib/model/answer/confidence";
import { estimateStep, formatQuantity, formatShare } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

interface DoubtTableProps {
  spec: Spec;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  doubts: Doubt[];
}

function doubtsInWords(doubts: Doubt[], level: number | null, near: string): string {
  if (level === null) return "These estimates lie outside of what the model has learned from.";
  return doubts.some(({ warnings }) => warnings !== "")
    ? `These estimates lie furthest from what is sure: outside of what the model has learned from, then with the least chance of being within ${near} of the truth.`
    : `These estimates have the least chance of being within ${near} of the truth.`;
}

/** The estimates that a person should look at before using them, and why. */
export function DoubtTable({ spec: { target }, level, doubts }: DoubtTableProps) {
  const range = level === null ? undefined : `Range, ${formatShare(level)}`;
  const near = toleranceInWords(target.tolerance, target.unit);
  return (
    <>
      <p className="max-w-[38rem]">{doubtsInWords(doubts, level, near)}</p>
      <DataTable
        caption="Estimates to look at first"
        columns={["Row", "Estimate", ...(range ? [range, `Within ${near}`] : [])]}
        double={range ? [range] : []}
        wide
        rows={doubts.map(({ row, estimate, low, high, within, warnings }) => {
          const step = estimateStep(estimate, range ? { low, high } : null);
          const write = (value: number) => formatQuantity(value, target.unit, step);
          return [
            <span key="row" className="block max-w-[22rem]">
              <span className="md:hidden">Row </span>
              {formatQuantity(row, undefined, 1)}
              {warnings && <span className="block text-caption text-quiet">{asSentence(warnings)}</span>}
            </span>,
            write(estimate),
            ...(range ? [`${write(low)} to ${write(high)}`, chanceInWords(within)] : []),
          ];
        })}
      />
    </>
  );
}
