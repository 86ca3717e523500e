import { withBase } from "../../../base-path";
import { findProblems } from "../../../judging/findings";
import { ratioStudyOf } from "../../../judging/ratio-standard";
import { coverageOfGroups } from "../../../model/answer/coverage";
import { DEFAULT_LEVEL } from "../../../model/answer/level";
import type { Accuracy, Evidence, SeenRange } from "../../../model/evidence";
import { kindOf } from "../../../model/inputs/kinds";
import type { Model } from "../../../model/model";
import type { Input } from "../../../model/spec";
import { outlineOf, type Outline } from "../../../registry/outline";
import type { ModelCard, ModelLine } from "./schema";

/** A model in one line of the list. */
export function modelLine({ spec, version, publishedAt, interval, tolerance, evidence }: Outline): ModelLine {
  const { id, title, summary, target } = spec;
  return {
    id,
    title,
    summary,
    version,
    publishedAt: publishedAt ?? null,
    target: {
      name: target.name,
      label: target.label,
      unit: target.unit,
      help: target.help,
      positive: target.positive,
      transform: target.transform,
      tolerance,
    },
    interval,
    accuracy: evidence && evidence.accuracy,
    links: {
      self: withBase(`/api/models/${id}`),
      predict: withBase(`/api/models/${id}/predict`),
      page: withBase(`/models/${id}`),
    },
  };
}

/** Without a ratio study where the description asks for none. */
function accuracyOf(model: Model): Accuracy | null {
  return model.evidence && { ...model.evidence.accuracy, ratio: ratioStudyOf(model)?.ratio ?? null };
}

/**
 * Everything that there is to know about a model: what it takes, what it is made of, how well it does.
 *
 * @param shown whether the reader sees what it is made of
 */
export function modelCard(model: Model, shown: boolean): ModelCard {
  const { spec, predictor, evidence, provenance, bundle } = model;
  const { inference } = predictor;
  return {
    ...modelLine(outlineOf(model)),
    inputs: spec.inputs.map((input) => ({
      ...describeInput(input),
      training: evidence && describeSeen(input, evidence.ranges[input.name]!),
    })),
    derived: spec.derived.map(({ name, label, unit, help, formula }) => ({ name, label, unit, help, formula })),
    terms: shown ? spec.terms : null,
    coefficients: shown ? (inference?.coefficients ?? predictor.coefficients) : null,
    fit: inference && inference.fit,
    accuracy: evidence && { ...accuracyOf(model)!, coverageByEstimate: describeCoverage(evidence) },
    test: evidence?.test ?? null,
    findings: findProblems(model).map(({ code, detail, evidence: figures }) => ({ code, detail, evidence: figures })),
    influential: inference && inference.influential,
    residualQuantiles: inference && inference.residualQuantiles,
    lackOfFit: inference && inference.lackOfFit,
    gvif: inference && inference.inflation,
    training: {
      rows: evidence && evidence.rows,
      calibration: evidence?.calibration === true,
      dataHash: provenance.data,
      specHash: bundle.spec,
    },
    card: {
      disclaimer: spec.card.disclaimer ?? null,
      intendedUse: spec.card.intendedUse,
      limits: spec.card.limits,
      source: spec.card.source,
    },
  };
}

function describeCoverage(evidence: Evidence): NonNullable<ModelCard["accuracy"]>["coverageByEstimate"] {
  const level = DEFAULT_LEVEL;
  return coverageOfGroups(evidence, level).map(({ low, high, share, n }) => ({ low, high, level, share, n }));
}

/** The extremes of a date are dates, as they are sent. */
function describeSeen(input: Input, range: SeenRange): ModelCard["inputs"][number]["training"] {
  if (input.kind !== "date" || !("min" in range)) return range;
  const [min, max] = [range.min, range.max].map((code) => String(kindOf(input).decode(input, code)));
  return { min: min!, max: max! };
}

function describeInput(input: Input): Omit<ModelCard["inputs"][number], "training"> {
  const { name, label, kind, typical, help } = input;
  switch (kind) {
    case "boolean":
      return { name, label, kind, typical, help };
    case "category":
      return { name, label, kind, levels: input.levels, typical, help };
    case "date":
      return { name, label, kind, time: input.time, min: input.min, max: input.max, typical, help };
    case "number":
    case "integer":
      return { name, label, kind, unit: input.unit, min: input.min, max: input.max, typical, help };
  }
}
