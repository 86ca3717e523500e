import { isDefaultTolerance, toleranceInWords } from "@/lib/model/answer/confidence";
import { inSentence } from "@/lib/model/format";
import type { Spec } from "@/lib/model/spec";

interface AddedColumnsProps {
  spec: Spec;
  /** Whether the estimates of the model have a range. */
  ranged: boolean;
  /** Whether receipts can be had here. */
  receipts: boolean;
  /** Whether rows say what the model has learned from. */
  warned: boolean;
}

const NO_RANGE = "empty: how far off the estimates of this model are is not known";
const NO_WARNING = "empty: what this model has learned from is not known";

/** What stands in the file that comes back. */
export function AddedColumns({ spec: { target }, ranged, receipts, warned }: AddedColumnsProps) {
  const columns = [
    ["estimate", `the ${inSentence(target.label)}, unrounded${target.unit ? `, in ${target.unit}` : ""}`],
    ["low, high", ranged ? "the range that it lies in as often as you chose" : NO_RANGE],
    [
      isDefaultTolerance(target.tolerance) ? "within_10" : "within_tolerance",
      ranged
        ? `the chance, from 0 to 1, that the estimate is within ${toleranceInWords(target.tolerance, target.unit)} of the truth; empty where there is a warning`
        : NO_RANGE,
    ],
    ["warnings", warned ? "what lies outside of what the model has learned from" : NO_WARNING],
    ["error", "why there is no estimate, if there is none"],
    ...(receipts ? ([["receipt", "if you ask for it: what an outcome is reported with"]] as const) : []),
  ] as const;
  return (
    <>
      <p className="max-w-[38rem]">
        The same rows in the same order, with all their columns as they were and these behind them. A row that cannot be
        estimated keeps its place and spoils no other.
      </p>
      <dl className="mt-6 text-small">
        {columns.map(([name, meaning]) => (
          <div key={name} className="grid gap-x-6 border-t border-rule py-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="font-mono">{name}</dt>
            <dd className="text-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-[38rem] text-small text-quiet">
        Text that a spreadsheet would run as a formula comes back with an apostrophe before it.
      </p>
    </>
  );
}
