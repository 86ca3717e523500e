import type { Bin, Point } from "@/components/chart/bins";
import { ScatterFigure } from "@/components/chart/scatter-figure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { estimatesShowSides } from "@/lib/judging/lean";
import type { Evidence } from "@/lib/model/evidence";
import { errorsOfRows } from "@/lib/model/explain/residuals";
import type { Model } from "@/lib/model/model";
import { biasAtEnds, type EndOfEstimates } from "./error-sentences";
import { ERROR_WORDS } from "./error-words";
import { writeDigits } from "./figures";

/** The lowest and the highest estimates with their actual values; null where rows are too few to be summed up. */
function endsOf(points: Point[], bins: Bin[]): { lowest: EndOfEstimates; highest: EndOfEstimates } | null {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last || first === last) return null;
  const describe = ({ from, to, at, median }: Bin): EndOfEstimates => {
    const part = points.filter(([estimate]) => estimate >= from && estimate <= to);
    return {
      estimate: at,
      actual: median,
      above: part.filter(([estimate, actual]) => actual > estimate).length,
      below: part.filter(([estimate, actual]) => actual < estimate).length,
    };
  };
  return { lowest: describe(first), highest: describe(last) };
}

/** The actual values along the left-out estimate, which is what a reader has. */
export function EstimatesAgainstTruth({ model, evidence }: { model: Model; evidence: Evidence }) {
  const words = useWords(ERROR_WORDS);
  const write = useWriter();
  const { label, unit, help } = model.spec.target;
  const fit = model.predictor.inference?.fit;
  const showsSides = fit === undefined || estimatesShowSides(fit);
  const points = errorsOfRows(model).map(({ actual, estimate }) => [estimate, actual] as const);
  const named = write.inSentence(label);
  return (
    <ScatterFigure
      model={model}
      evidence={evidence}
      points={points}
      perfect="diagonal"
      perfectText={words.estimateIsActual}
      writeX={(value) => writeDigits(write, value, unit)}
      writeY={(value) => write.quantity(value, unit)}
      across={words.estimate}
      up={words.actual(named)}
      label={words.estimatesAndActual}
      axes={words.truthAxes(named, help ? `, ${help}` : "", evidence.calibration === true)}
      caption={(bins) => (
        <>
          {words.rightOnLine}{" "}
          {showsSides
            ? biasAtEnds(write.locale, endsOf(points, bins), (value) => writeDigits(write, value, unit))
            : words.tooAlike}
        </>
      )}
    />
  );
}
