import type { Model } from "../../../model/model";
import type { Input } from "../../../model/spec";
import type { ModelCard, ModelLine } from "./schema";

/** A model in one line of the list. */
export function modelLine({ spec, artifact, version }: Model): ModelLine {
  const { id, title, target } = spec;
  const { coverage: _coverage, calibration: _calibration, segments: _segments, ...summary } = artifact.accuracy;
  return {
    id,
    title,
    summary: spec.summary,
    version,
    target: {
      name: target.name,
      label: target.label,
      unit: target.unit,
      help: target.help,
      positive: target.positive,
      transform: target.transform,
    },
    interval: spec.interval,
    accuracy: summary,
    links: { self: `/api/models/${id}`, predict: `/api/models/${id}/predict`, page: `/models/${id}` },
  };
}

/** Everything that there is to know about a model: what it takes, what it is made of, how well it does. */
export function modelCard(model: Model): ModelCard {
  const { spec, artifact } = model;
  return {
    ...modelLine(model),
    inputs: spec.inputs.map((input) => ({ ...describeInput(input), training: artifact.ranges[input.name]! })),
    derived: spec.derived.map(({ name, label, unit, help, formula }) => ({ name, label, unit, help, formula })),
    terms: spec.terms,
    coefficients: artifact.coefficients,
    fit: artifact.fit,
    accuracy: artifact.accuracy,
    influential: artifact.influential,
    residualQuantiles: artifact.residualQuantiles,
    training: { rows: artifact.fit.n, dataHash: artifact.data, specHash: artifact.spec },
    card: { intendedUse: spec.card.intendedUse, limits: spec.card.limits, source: spec.card.source },
  };
}

function describeInput(input: Input): Omit<ModelCard["inputs"][number], "training"> {
  const { name, label, kind, typical, help } = input;
  switch (kind) {
    case "boolean":
      return { name, label, kind, typical, help };
    case "category":
      return { name, label, kind, levels: input.levels, typical, help };
    case "number":
    case "integer":
      return { name, label, kind, unit: input.unit, min: input.min, max: input.max, typical, help };
  }
}
