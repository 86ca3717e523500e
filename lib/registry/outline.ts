import { ratioStudyOf } from "../judging/ratio-standard";
import { toleranceOf } from "../model/answer/confidence";
import type { Accuracy, Evidence } from "../model/evidence";
import type { Model } from "../model/model";
import type { Spec } from "../model/spec";
import type { Tolerance } from "../model/spec-shape";

/** What a list of models says of one, for which its bundle need not be read. A model that is loaded has all of it too. */
export interface Listed {
  spec: Spec;
  version: string;
  publishedAt?: string;
  /** Null where no rows came with the model. */
  evidence: (Pick<Evidence, "rows" | "tolerance" | "calibration"> & { accuracy: Summary }) | null;
  provenance: Pick<Model["provenance"], "data">;
}

export interface Outline extends Listed, Figures {}

type Summary = Omit<Accuracy, "coverage" | "calibration" | "segments">;

/** What a list says besides the description: it is kept beside a version in the store. */
export interface Figures {
  /** Where intervals come from; null where there are none. */
  interval: "t" | "conformal" | null;
  tolerance: Tolerance;
  evidence: Listed["evidence"];
  provenance: Listed["provenance"];
}

/** The figures of a model; without a ratio study where the description asks for none. */
export function figuresOf(model: Model): Figures {
  const { uncertainty, evidence, provenance } = model;
  return {
    interval: uncertainty && uncertainty.kind,
    tolerance: toleranceOf(model),
    evidence: evidence && {
      rows: evidence.rows,
      tolerance: evidence.tolerance,
      ...(evidence.calibration && { calibration: evidence.calibration }),
      accuracy: { ...summarise(evidence.accuracy), ratio: ratioStudyOf(model)?.ratio ?? null },
    },
    provenance: { data: provenance.data },
  };
}

function summarise({ coverage: _coverage, calibration: _calibration, segments: _segments, ...summary }: Accuracy) {
  return summary;
}

/** The outline of a model that is loaded. */
export function outlineOf(model: Model): Outline {
  const { spec, version, publishedAt } = model;
  return { spec, version, publishedAt, ...figuresOf(model) };
}
