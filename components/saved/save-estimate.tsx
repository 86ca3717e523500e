import type { Estimated } from "@/lib/model/answer/predict";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { SaveButton } from "./save-button";
import type { ToSave } from "./list";

interface SaveEstimateProps {
  model: Pick<Model, "spec" | "version">;
  inputs: Inputs;
  prediction: Estimated;
  /** What the figures of the page are rounded to. */
  step: number;
  level: number;
}

/** What is kept of an estimate: what the page shows, so that the list shows the same figures. */
export function toSave({ model, inputs, prediction, step, level }: SaveEstimateProps): ToSave {
  const { estimate, interval, warnings } = prediction;
  // Without the digits that a multiple of 0.1 gains as a binary fraction.
  const round = (value: number) => Number((Math.round(value / step) * step).toPrecision(12));
  const given = Object.entries(inputs).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return {
    model: model.spec.id,
    title: model.spec.title,
    version: model.version,
    inputs: Object.fromEntries(given),
    estimate: round(estimate),
    range: interval && { low: round(interval.low), high: round(interval.high) },
    level,
    outside: warnings.length > 0,
  };
}

export function SaveEstimate(props: SaveEstimateProps) {
  return <SaveButton estimate={toSave(props)} />;
}
