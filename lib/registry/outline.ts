import { findFaults, type Fault } from "../judging/findings";
import { ratioStudyOf } from "../judging/ratio-standard";
import { toleranceOf } from "../model/answer/confidence";
import { DEFAULT_LEVEL } from "../model/answer/level";
import type { Accuracy } from "../model/evidence";
import type { Model } from "../model/model";
import type { Spec } from "../model/spec";
import type { Tolerance } from "../model/spec-shape";

/** What a list of models says of one, for which its bundle need not be read. */
export interface Outline extends Summary {
  spec: Spec;
  version: string;
}

/** What a list of models says besides the description. */
interface Summary {
  /** Where intervals come from; null where there are none. */
  interval: "t" | "conformal" | null;
  tolerance: Tolerance;
  /** Null where no rows came with the model. */
  accuracy: Omit<Accuracy, "coverage" | "calibration" | "segments"> | null;
}

/** What is kept beside a version in the store: what lists of models and of versions say. */
export interface Figures extends Summary {
  /** The share of rows inside the ranges of the usual level; null where it is not known. */
  coverage: number | null;
  /** The codes of what is wrong with it. */
  findings: Fault["code"][];
}

/** The figures of a model. It takes a while: its findings are computed. */
export function figuresOf(model: Model): Figures {
  const usual = model.evidence?.accuracy.coverage.find(({ level }) => level === DEFAULT_LEVEL);
  return {
    ...summaryOf(model),
    coverage: usual?.measured ?? null,
    findings: findFaults(model).map(({ code }) => code),
  };
}

/** Without a ratio study where the description asks for none. */
function summaryOf(model: Model): Summary {
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
  return { spec: model.spec, version: model.version, ...summaryOf(model) };
}
