import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import type { Accuracy } from "../model/evidence";
import { formatQuantity, isCurrency } from "../model/format";
import { MEASURES, type MeasureName } from "./measures";

export type RatioMeasure = Extract<MeasureName, "medianRatio" | "cod" | "prd" | "prb">;

/** One figure of a ratio study against the range that is accepted for it. */
export interface RatioVerdict {
  measure: RatioMeasure;
  name: string;
  written: string;
  accepted: string;
  verdict: "passes" | "fails" | "too few rows";
  /** Whether a value that fails lies below or above what is accepted. */
  side: "below" | "above" | null;
}

/**
 * What assessors accept in a jurisdiction of older or more heterogeneous houses: International Association of
 * Assessing Officers (2013), "Standard on Ratio Studies", section 9.1 for the level, table 1-3 for the COD, section
 * 9.2.7 for PRD and PRB. The table's lower end for the COD, 5, is there to expose assessments that were copied from
 * sale prices. No row here was seen by the model that estimated it, so a small COD is simply good.
 */
const ACCEPTED: Record<RatioMeasure, { low: number; high: number }> = {
  medianRatio: { low: 0.9, high: 1.1 },
  cod: { low: 0, high: 15 },
  prd: { low: 0.98, high: 1.03 },
  prb: { low: -0.05, high: 0.05 },
};

/** What is accepted, as the standard writes it: "0.98 to 1.03". */
function acceptedRange({ low, high }: (typeof ACCEPTED)[RatioMeasure]): string {
  if (low === 0) return `at most ${formatQuantity(high)}`;
  return `${formatQuantity(low, undefined, 0.01)} to ${formatQuantity(high, undefined, 0.01)}`;
}

/**
 * Hold a ratio study against the standard.
 *
 * @param ratio of an artifact's accuracy
 * @param rows how many rows it was measured on; from few, it can neither pass nor fail
 * @returns level, spread and fairness in this order; none where there is no ratio study
 */
export function judgeRatios(ratio: Accuracy["ratio"], rows: number): RatioVerdict[] {
  if (!ratio) return [];
  const { median, cod, prd, prb } = ratio;
  const figures: Record<RatioMeasure, number> = { medianRatio: median, cod, prd, prb };
  return (Object.keys(figures) as RatioMeasure[]).map((measure) => {
    const { label: name, write } = MEASURES[measure];
    const { low, high } = ACCEPTED[measure];
    const value = figures[measure];
    const side = value < low ? "below" : value > high ? "above" : null;
    const verdict = rows < FEWEST_ROWS_TO_JUDGE ? "too few rows" : side ? "fails" : "passes";
    return { measure, name, written: write(value), accepted: acceptedRange(ACCEPTED[measure]), verdict, side };
  });
}

/**
 * What a figure that fails does to people, as part of a sentence: "what is cheap is over-valued, what is
 * dear under-valued".
 *
 * @param unit of the target; what is not money is neither cheap nor dear
 */
export function ratioMeaning({ measure, side }: RatioVerdict, unit: string | undefined): string {
  const [low, high] = isCurrency(unit) ? ["cheap", "dear"] : ["low", "high"];
  switch (measure) {
    case "medianRatio":
      return `estimates are too ${side === "above" ? "high" : "low"} on the whole`;
    case "cod":
      return "equals are not treated as equals, since estimates scatter widely around the truth";
    case "prd":
    case "prb": {
      const lowIsOver = (measure === "prd") === (side === "above");
      return `what is ${lowIsOver ? low : high} is over-valued, what is ${lowIsOver ? high : low} under-valued`;
    }
  }
}
