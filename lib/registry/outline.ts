import { ratioStudyOf } from "../judging/ratio-standard";
import { toleranceOf } from "../model/answer/confidence";
import type { Accuracy } from "../model/evidence";
import type { Model } from "../model/model";
import type { Spec } from "../model/spec";
import type { Tolerance } from "../model/spec-shape";

/** What a list of models says of one, for which its bundle need not be read. */
export interface Outline extends Figures {
  spec: Spec;
  version: string;
}

/** What a list says besides the description: it is kept beside a version in the store. */
export interface Figures {
  /** Where intervals come from; null where there are none. */
  interval: "t" | "conformal" | null;
  tolerance: Tolerance;
  /** Null where no rows came with the model. */
  accuracy: Omit<Accuracy, "coverage" | "calibration" | "segments"> | null;
}

/** The figures of a model; without a ratio study where the description asks for none. */
export function figuresOf(model: Model): Figures {
  const { uncertainty, evidence } = model;
  return {
    interval: uncertainty && uncertainty.kind,
    tolerance: toleranceOf(model),
    accuracy: evidence && { ...summarise(evidence.accuracy), ratio: ratioStudyOf(model)?.ratio ?? null },
  };
}

function summarise({ coverage: _coverage, calibration: _calibration, segments: _segments, ...summary }: Accuracy) {
  return summary;
}

/** The outline of a model that is loaded. */
export function outlineOf(model: Model): Outline {
  return { spec: model.spec, version: model.version, ...figuresOf(model) };
}
