import { ScatterFigure } from "@/components/chart/scatter-figure";
import { inSentence } from "@/lib/model/format";
import type { Evidence } from "@/lib/model/evidence";
import { toScale, toUnit, type Model } from "@/lib/model/model";
import { errorsOfRows } from "@/lib/model/explain/residuals";
import { extent, ticks } from "d3-array";
import { errorScale } from "./error-scale";
import { writeDigits } from "./figures";
import { spreadInWords } from "./error-sentences";

export function ErrorsByEstimate({ model, evidence }: { model: Model; evidence: Evidence }) {
  const { label, unit, help } = model.spec.target;
  const scale = errorScale(model);
  const points = errorsOfRows(model).map(({ fitted, residual }) => [fitted, residual] as const);
  const [least = 0, most = 0] = extent(points, ([fitted]) => toUnit(model.spec, fitted));
  return (
    <ScatterFigure
      model={model}
      evidence={evidence}
      points={points}
      perfect="zero"
      perfectText="no error"
      writeX={(value) => writeDigits(toUnit(model.spec, value), unit)}
      writeY={scale.write}
      ticksX={ticks(least, most, 4).map((value) => toScale(model.spec, value))}
      across="Estimate"
      up={scale.name}
      label="Errors along the estimate"
      axes={`Across: the estimated ${inSentence(label)}${help ? `, ${help}` : ""}. Up: ${scale.axis}.`}
      caption={(bins) => (
        <>
          If the model is right, the dots spread evenly around the level line, wherever one looks.{" "}
          {spreadInWords(bins, scale.writeSize)}
        </>
      )}
    />
  );
}
