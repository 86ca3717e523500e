import type { Bin, Point } from "@/components/chart/bins";
import { ScatterFigure } from "@/components/chart/scatter-figure";
import { estimatesShowSides } from "@/lib/judging/lean";
import { formatQuantity, inSentence } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import { errorsOfRows } from "@/lib/model/explain/residuals";
import { writeDigits } from "./figures";
import { ESTIMATES_TOO_ALIKE, truthAtEnds, type EndOfEstimates } from "./sentences";

/** The lowest and the highest estimates with their truth; null where rows are too few to be summed up. */
function endsOf(points: Point[], bins: Bin[]): { lowest: EndOfEstimates; highest: EndOfEstimates } | null {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || first === last) return null;
  const describe = ({ from, to, at, median }: Bin): EndOfEstimates => {
    const part = points.filter(([estimate]) => estimate >= from && estimate <= to);
    return {
      estimate: at,
      truth: median,
      above: part.filter(([estimate, actual]) => actual > estimate).length,
      below: part.filter(([estimate, actual]) => actual < estimate).length,
    };
  };
  return { lowest: describe(first), highest: describe(last) };
}

/** The truth along the left-out estimate, which is what a reader has. */
export function EstimatesAgainstTruth({ model, evidence }: { model: Model; evidence: Evidence }) {
  const { label, unit, help } = model.spec.target;
  const fit = model.predictor.inference?.fit;
  const showsSides = fit === undefined || estimatesShowSides(fit);
  const points = errorsOfRows(model).map(({ actual, estimate }) => [estimate, actual] as const);
  return (
    <ScatterFigure
      model={model}
      evidence={evidence}
      points={points}
      perfect="diagonal"
      perfectText="truth = estimate"
      writeX={(value) => writeDigits(value, unit)}
      writeY={(value) => formatQuantity(value, unit)}
      across="Estimate"
      up={`True ${inSentence(label)}`}
      label="Estimates against the truth"
      axes={`Across: the ${inSentence(label)}${help ? `, ${help}` : ""}, estimated${evidence.calibration ? " without any of these rows in the fit" : " by the model fitted without the row"}. Up: the true one, on the same scale.`}
      caption={(bins) => (
        <>
          A row on the straight line has an estimate that is right; above the line the estimate is too low.{" "}
          {showsSides
            ? truthAtEnds(model.spec, endsOf(points, bins), (value) => writeDigits(value, unit))
            : ESTIMATES_TOO_ALIKE}
        </>
      )}
    />
  );
}
