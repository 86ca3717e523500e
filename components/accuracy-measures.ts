import type { Accuracy } from "@/lib/model/evidence";
import { formatQuantity, formatShare } from "@/lib/model/format";

type Errors = Accuracy["baseline"];

export interface AccuracyMeasure {
  name: string;
  of: (errors: Errors) => number;
  better: "less" | "more";
  /** A share in per cent; what is in the unit of the target, rounded to the step. */
  write: (value: number, unit: string | undefined, step: number) => string;
}

/** How far off estimates are, for a person: what the card says of one model and a comparison of several. */
export const ACCURACY_MEASURES: AccuracyMeasure[] = [
  { name: "Half of them off by at most", of: ({ mdape }) => mdape, better: "less", write: formatShare },
  { name: "Off by at most 5 %", of: ({ within5 }) => within5, better: "more", write: formatShare },
  { name: "Off by at most 10 %", of: ({ within10 }) => within10, better: "more", write: formatShare },
  { name: "Off by at most 20 %", of: ({ within20 }) => within20, better: "more", write: formatShare },
  { name: "Off by on average (MAE)", of: ({ mae }) => mae, better: "less", write: formatQuantity },
  { name: "Off by, large errors counting more (RMSE)", of: ({ rmse }) => rmse, better: "less", write: formatQuantity },
];
