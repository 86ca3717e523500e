import type { Estimated } from "@/lib/model/answer/predict";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";

/** What every part of a report is about; `step` is what its figures are rounded to. */
export interface ReportProps {
  model: Model;
  inputs: Inputs;
  prediction: Estimated;
  step: number;
  /** Of the range. */
  level: number;
}
