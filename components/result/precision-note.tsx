import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { findFaintPattern, findMisfit } from "@/lib/model/explain/lack-of-fit";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Precision } from "@/lib/model/explain/precision";
import type { LackOfFit } from "@/lib/model/predictor";
import type { Spec } from "@/lib/model/spec";
import { moreExamplesInWords, restInWords } from "./sentences";
import { SURE_WORDS } from "./words";

interface PrecisionNoteProps {
  spec: Spec;
  inputs: Inputs;
  precision: Precision;
  /** Null where there were too few rows to look for it. */
  lackOfFit: LackOfFit | null;
  /** How many rows there were. */
  rows: number;
}

/** What would make the range narrower, and what would not. */
export function PrecisionNote({ spec, inputs, precision, lackOfFit, rows }: PrecisionNoteProps) {
  const words = useWords(SURE_WORDS);
  const write = useWriter();
  const { noise, driver } = precision;
  const input = spec.inputs.find(({ name }) => name === driver?.input);
  // Of the width, as the sentence below says: that of the variance is about twice as much.
  const left = Math.sqrt(noise);
  const share = (1 - left) * 100;
  return (
    <>
      <svg aria-hidden="true" width="100%" height="6" className="chart">
        <rect width="100%" height="6" className="fill-bar" />
        <rect x={`${100 - share}%`} width={`${share}%`} height="6" className="fill-rust" />
      </svg>
      <p aria-hidden="true" className="mt-2 mb-3 flex flex-wrap justify-between gap-x-5 text-caption">
        <span className="text-quiet">{words.unexplained(write.share(left))}</span>
        <span className="text-rust">{words.tooLittleData(write.share(1 - left))}</span>
      </p>
      <p>
        {moreExamplesInWords(write.locale, precision, input ? { input, value: inputs[input.name]! } : null, rows)}{" "}
        {restInWords(spec, findMisfit(lackOfFit), lackOfFit && findFaintPattern(lackOfFit), {
          tested: lackOfFit !== null,
          complete: spec.inputs.every(({ name }) => inputs[name] !== null),
        })}
      </p>
    </>
  );
}
