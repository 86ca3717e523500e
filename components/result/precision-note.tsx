import { countInWords, valueInWords } from "@/components/words";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Precision } from "@/lib/model/explain/precision";
import type { Spec } from "@/lib/model/spec";

/** From this share of the variance on, what the model does not know is worth looking into. */
const WORTH_SAYING = 0.05;

interface PrecisionNoteProps {
  spec: Spec;
  inputs: Inputs;
  precision: Precision;
  /** How many examples there were. */
  rows: number;
}

/** What would make the range narrower, and what would not. */
export function PrecisionNote({ spec, inputs, precision, rows }: PrecisionNoteProps) {
  const { noise, model: ignorance, driver } = precision;
  // The range is as wide as the square root of its variance: without the model's own share, √noise of it is left.
  const narrower = formatShare(1 - Math.sqrt(noise));
  const input = spec.inputs.find(({ name }) => name === driver?.input);
  const share = ignorance * 100;
  return (
    <>
      <svg aria-hidden="true" width="100%" height="34" className="chart mb-3 text-caption">
        <rect width="100%" height="6" className="fill-bar" />
        <rect x={`${100 - share}%`} width={`${share}%`} height="6" className="fill-rust" />
        <text y="27" className="fill-quiet">
          Noise {formatShare(noise)}
        </text>
        <text x="100%" y="27" textAnchor="end" className="fill-rust">
          Not known {formatShare(ignorance)}
        </text>
      </svg>
      {ignorance < WORTH_SAYING ? (
        <p>
          Little. Almost all of the range is noise: examples that are alike in all {countInWords(spec.inputs.length)}{" "}
          answers still differ. With endlessly more examples it would be {narrower} narrower. Only knowing more about
          each one would help.
        </p>
      ) : (
        <p>
          More examples like this one: with endlessly many, the range would be {narrower} narrower. The rest is noise:
          examples that are alike in all {countInWords(spec.inputs.length)} answers still differ.
          {input &&
            ` What is missing most is examples with ${inSentence(input.label)} near ${valueInWords(input, inputs[input.name]!)}; the model has seen ${formatQuantity(rows)} in all.`}
        </p>
      )}
    </>
  );
}
