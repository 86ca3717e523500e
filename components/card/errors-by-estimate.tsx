import { ScatterFigure } from "@/components/chart/scatter-figure";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import type { Evidence } from "@/lib/model/evidence";
import { errorsOfRows } from "@/lib/model/explain/residuals";
import { toScale, toUnit, type Model } from "@/lib/model/model";
import { extent, ticks } from "d3-array";
import { errorScale } from "./error-scale";
import { spreadInWords } from "./error-sentences";
import { ERROR_WORDS } from "./error-words";
import { writeDigits } from "./figures";

export function ErrorsByEstimate({ model, evidence }: { model: Model; evidence: Evidence }) {
  const words = useWords(ERROR_WORDS);
  const write = useWriter();
  const { label, unit, help } = model.spec.target;
  const scale = errorScale(model);
  const points = errorsOfRows(model).map(({ fitted, residual }) => [fitted, residual] as const);
  const [least = 0, most = 0] = extent(points, ([fitted]) => toUnit(model.spec, fitted));
  const across = words.estimated(write.inSentence(label), help ? `, ${help}` : "");
  return (
    <ScatterFigure
      model={model}
      evidence={evidence}
      points={points}
      perfect="zero"
      perfectText={words.noError}
      writeX={(value) => writeDigits(write, toUnit(model.spec, value), unit)}
      writeY={scale.write}
      ticksX={ticks(least, most, 4).map((value) => toScale(model.spec, value))}
      across={words.estimate}
      up={scale.name}
      label={words.errorsAlongEstimate}
      axes={words.axes(across, scale.axis)}
      caption={(bins) => (
        <>
          {words.evenSpread} {spreadInWords(write.locale, bins, scale.writeSize)}
        </>
      )}
    />
  );
}
