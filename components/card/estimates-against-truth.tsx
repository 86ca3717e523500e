import type { Bin } from "@/components/chart/bins";
import { ScatterFigure } from "@/components/chart/scatter-figure";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { errorsOfRows } from "@/lib/model/explain/residuals";
import { writeDigits } from "./figures";

/** Middle estimates closer to the middle truth than this are about right. */
const NOTABLE = 0.02;

/** How the middle estimates of the lowest and of the highest truths lie. */
function tendency(bins: Bin[], write: (value: number) => string): string {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || first === last) return "There are too few rows to see more in it than single estimates.";
  const judge = ({ at, median }: Bin) =>
    Math.abs(median / at - 1) < NOTABLE ? "about right" : median > at ? "too high" : "too low";
  const middle = (bin: Bin) =>
    `the middle estimate is ${write(bin.median)} where the middle truth is ${write(bin.at)}, ${judge(bin)}`;
  return `Among the lowest truths ${middle(first)}; among the highest, ${middle(last)}.`;
}

export function EstimatesAgainstTruth({ model, evidence }: { model: Model; evidence: Evidence }) {
  const { label, unit, help } = model.spec.target;
  const points = errorsOfRows(model).map(({ actual, estimate }) => [actual, estimate] as const);
  const write = (value: number) => formatQuantity(value, unit);
  return (
    <ScatterFigure
      model={model}
      evidence={evidence}
      points={points}
      perfect="diagonal"
      perfectText="estimate = truth"
      writeX={write}
      writeY={(value) => writeDigits(value, unit)}
      across={`True ${inSentence(label)}`}
      up="Estimate"
      label="Estimates against the truth"
      axes={`Across: the true ${inSentence(label)}${help ? `, ${help}` : ""}. Up: its estimate by the model fitted without it, on the same scale.`}
      caption={(bins) => (
        <>
          An estimate that is right lies on the straight line, one that is too high above it.{" "}
          {tendency(bins, (value) => writeDigits(value, unit))}
        </>
      )}
    />
  );
}
