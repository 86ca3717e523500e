import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import type { Accuracy } from "../model/evidence";
import { formatQuantity, isCurrency } from "../model/format";

export type RatioMeasure = "median" | "cod" | "prd" | "prb";

/** One figure of a ratio study against the range that is accepted for it. */
export interface RatioVerdict {
  measure: RatioMeasure;
  name: string;
  value: number;
  /** As text, with the decimals in which the standard states its ranges. */
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
const ACCEPTED = {
  median: { name: "Median ratio", low: 0.9, high: 1.1, step: 0.01 },
  cod: { name: "Coefficient of dispersion (COD)", low: 0, high: 15, step: 0.1 },
  prd: { name: "Price-related differential (PRD)", low: 0.98, high: 1.03, step: 0.001 },
  prb: { name: "Price-related bias (PRB)", low: -0.05, high: 0.05, step: 0.001 },
} as const;

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
  return (["median", "cod", "prd", "prb"] as const).map((measure) => {
    const { name, low, high, step } = ACCEPTED[measure];
    const value = ratio[measure];
    const side = value < low ? "below" : value > high ? "above" : null;
    const verdict = rows < FEWEST_ROWS_TO_JUDGE ? "too few rows" : side ? "fails" : "passes";
    const written = formatQuantity(value, undefined, step);
    return { measure, name, value, written, accepted: acceptedRange(ACCEPTED[measure]), verdict, side };
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
    case "median":
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
