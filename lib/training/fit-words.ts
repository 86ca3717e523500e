import { errorMeasures, MEASURES } from "../judging/measures";
import { formatQuantity } from "../model/format";
import type { Spec } from "../model/spec";
import type { TrainedBundle } from "./train";

/** How large a fit is and how far off it is: "109 rows, 8 coefficients, R² 0.68; half of the rows left out are …". */
export function describeFit(spec: Spec, { inference, evidence }: TrainedBundle): string {
  const { n, p, r2 } = inference.fit;
  const { accuracy, rows, sampled, tolerance } = evidence;
  const unseen =
    sampled < rows ? `${formatQuantity(sampled)} rows taken as a sample and left out` : "the rows left out";
  const { error } = errorMeasures(tolerance);
  const typical = MEASURES[error].write(accuracy[error] ?? NaN, spec.target.unit);
  return `${formatQuantity(n)} rows, ${p} coefficients, R² ${r2.toFixed(4)}; half of ${unseen} are estimated within ${typical}`;
}
