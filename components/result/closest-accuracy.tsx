import { typicalError, typicalErrorOf } from "@/components/accuracy-measures";
import { toleranceInWords, toleranceOf } from "@/lib/model/answer/confidence";
import { formatQuantity, formatShare, inSentence } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Spec } from "@/lib/model/spec";

interface ClosestAccuracyProps {
  spec: Spec;
  evidence: Evidence;
  estimate: number;
}

/** A median this far from the truth is a lean worth a sentence. */
const LEAN = 0.03;

/** How the model did on unseen examples like this one, or on all where there are too few to tell. */
export function ClosestAccuracy({ spec, evidence, estimate }: ClosestAccuracyProps) {
  const { name, label, unit } = spec.target;
  const { accuracy, rows } = evidence;
  const segment = accuracy.segments.find(({ by, range }) => {
    return by === name && range !== null && estimate >= range.low && estimate <= range.high;
  });
  if (!segment?.range) {
    const why = accuracy.segments.some(({ by }) => by === name)
      ? "None of the examples it was tried on is like this one"
      : `${formatQuantity(rows)} examples are too few to say how it does on ones like this`;
    return (
      <p>
        {why}. Over all of them, half of the estimates were within {typicalErrorOf({ spec }, evidence)} of the truth.
      </p>
    );
  }
  const { range, n, withinTolerance, medianRatio } = segment;
  const model = { spec, evidence };
  const near = toleranceInWords(toleranceOf(model), unit);
  const lean = medianRatio === null ? 0 : medianRatio - 1;
  return (
    <p>
      {formatQuantity(n)} examples had a {inSentence(label)} between {formatQuantity(range.low, unit)} and{" "}
      {formatQuantity(range.high, unit)}. Estimated without having seen them, half were within{" "}
      {typicalError(model, segment).text} of the truth, and {formatShare(withinTolerance)} within {near}.
      {Math.abs(lean) > LEAN &&
        ` They tend to be estimated too ${lean > 0 ? "high" : "low"}: half of them by ${formatShare(Math.abs(lean))} or more.`}
    </p>
  );
}
