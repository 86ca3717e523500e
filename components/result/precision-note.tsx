import { findMisfit } from "@/lib/model/explain/lack-of-fit";
import { formatShare } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Precision } from "@/lib/model/explain/precision";
import type { LackOfFit } from "@/lib/model/predictor";
import type { Spec } from "@/lib/model/spec";
import { moreExamplesInWords, restInWords } from "./sentences";

interface PrecisionNoteProps {
  spec: Spec;
  inputs: Inputs;
  precision: Precision;
  /** Null where there were too few examples to look for it. */
  lackOfFit: LackOfFit | null;
  /** How many examples there were. */
  rows: number;
}

/** What would make the range narrower, and what would not. */
export function PrecisionNote({ spec, inputs, precision, lackOfFit, rows }: PrecisionNoteProps) {
  const { noise, model: ignorance, driver } = precision;
  const input = spec.inputs.find(({ name }) => name === driver?.input);
  const share = ignorance * 100;
  return (
    <>
      <svg aria-hidden="true" width="100%" height="34" className="chart mb-3 text-caption">
        <rect width="100%" height="6" className="fill-bar" />
        <rect x={`${100 - share}%`} width={`${share}%`} height="6" className="fill-rust" />
        <text y="27" className="fill-quiet">
          Unexplained {formatShare(noise)}
        </text>
        <text x="100%" y="27" textAnchor="end" className="fill-rust">
          Too few examples {formatShare(ignorance)}
        </text>
      </svg>
      <p>
        {moreExamplesInWords(precision, input ? { input, value: inputs[input.name]! } : null, rows)}{" "}
        {restInWords(spec, findMisfit(lackOfFit), lackOfFit !== null)}
      </p>
    </>
  );
}
