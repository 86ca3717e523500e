import type { Doubt } from "./summary";
import { DataTable } from "@/components/chart/data-table";
import { asSentence, timesOutOf } from "@/components/words";
import { formatQuantity, formatShare, roundingStep } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

const WITHIN = `Within ${formatShare(0.1)}`;

/** The estimates that a person should look at before using them, and why. */
export function DoubtTable({ spec: { target }, level, doubts }: { spec: Spec; level: number; doubts: Doubt[] }) {
  const warned = doubts.some(({ warnings }) => warnings !== "");
  return (
    <>
      <p className="max-w-[38rem]">
        {warned
          ? "These estimates lie furthest from what is sure: outside of what the model has learned from, then with the least chance of being within 10\u00a0% of the truth."
          : "These estimates have the least chance of being within 10\u00a0% of the truth."}
      </p>
      <DataTable
        caption="Estimates to look at first"
        columns={["Row", "Estimate", `Range, ${timesOutOf(level)}`, WITHIN]}
        double={[`Range, ${timesOutOf(level)}`]}
        wide
        rows={doubts.map(({ row, estimate, low, high, within, warnings }) => {
          const write = (value: number) => formatQuantity(value, target.unit, roundingStep(low, high));
          return [
            <span key="row" className="block max-w-[22rem]">
              <span className="md:hidden">Row </span>
              {formatQuantity(row, undefined, 1)}
              {warnings && <span className="block text-caption text-quiet">{asSentence(warnings)}</span>}
            </span>,
            write(estimate),
            `${write(low)} to ${write(high)}`,
            formatShare(within),
          ];
        })}
      />
    </>
  );
}
