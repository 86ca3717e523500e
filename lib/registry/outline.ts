import { findProblems, type Problem } from "../judging/findings";
import { ratioStudyOf } from "../judging/ratio-standard";
import { toleranceOf } from "../model/answer/tolerance";
import { DEFAULT_LEVEL } from "../model/answer/level";
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

export interface Outline extends Listed, Line {}

type Summary = Omit<Accuracy, "coverage" | "calibration" | "segments">;

/** What a list of models says besides the description. */
interface Line {
  /** Where intervals come from; null where there are none. */
  interval: "t" | "conformal" | null;
  tolerance: Tolerance;
  evidence: Listed["evidence"];
  provenance: Listed["provenance"];
}

/** What is kept beside a version in the store: what lists of models and of versions say. */
export interface Figures extends Line {
  /** The share of rows inside the ranges of the usual level; null where it is not known. */
  coverage: number | null;
  /** The codes of what is wrong with it. */
  findings: Problem["code"][];
}

/** The figures of a model. It takes a while: its findings are computed. */
export function figuresOf(model: Model): Figures {
  const usual = model.evidence?.accuracy.coverage.find(({ level }) => level === DEFAULT_LEVEL);
  return {
    ...lineOf(model),
    coverage: usual?.measured ?? null,
    findings: findProblems(model).map(({ code }) => code),
  };
}

/** Without a ratio study where the description asks for none. */
function lineOf(model: Model): Line {
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
  return { spec, version, publishedAt, ...lineOf(model) };
}
