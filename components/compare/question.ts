import { inSentence } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import type { Listed } from "@/lib/registry/outline";
import type { Input } from "@/lib/model/spec";
import { group, max, min } from "d3-array";

/** Two or more models that estimate the same, and all that they ask for it. */
export interface Question<M extends Listed = Model> {
  models: [M, M, ...M[]];
  /** Each input once, with the bounds that every model accepts. */
  inputs: Input[];
}

/** Whether one answer serves both: the same name must mean the same. */
function meansTheSame(a: Input, b: Input): boolean {
  if (a.kind === "category" && b.kind === "category") return a.levels.join("\n") === b.levels.join("\n");
  const unit = (input: Input) => ("unit" in input ? input.unit : undefined);
  const time = (input: Input) => input.kind === "date" && input.time === true;
  return a.kind === b.kind && unit(a) === unit(b) && time(a) === time(b);
}

/** Why two models cannot be compared, as it stands after both names: "… were trained on different tables". */
function differenceOf(a: Listed, b: Listed): string | null {
  const [one, other] = [a.spec, b.spec];
  if (one.question !== undefined && other.question !== undefined) {
    if (one.question !== other.question) return "name different questions";
  } else {
    const table = a.provenance.data;
    if (table === null || table !== b.provenance.data) return "were not trained on the same table";
    if (one.target.name !== other.target.name) return "estimate different columns of their table";
  }
  if (one.target.unit !== other.target.unit) return "estimate in different units";
  const odd = one.inputs.find((input) => {
    const same = other.inputs.find(({ name }) => name === input.name);
    return same && !meansTheSame(input, same);
  });
  return odd ? `ask differently for ${inSentence(odd.label)}` : null;
}

/** Why a model is compared with no other: "House price and Salary were not trained on the same table." */
export function whyAlone(model: Listed, models: Listed[]): string[] {
  return models.flatMap((other) => {
    const difference = other.spec.id === model.spec.id ? null : differenceOf(model, other);
    return difference ? [`${model.spec.title} and ${other.spec.title} ${difference}.`] : [];
  });
}

/** One input of several models: worded as in the first, within the bounds of all. */
function mergeInputs([first, ...others]: [Input, ...Input[]]): Input {
  if (first.kind === "boolean" || first.kind === "category") return first;
  if (first.kind === "date") return mergeDates(first, others);
  return others.reduce<typeof first>((merged, other) => {
    if (other.kind === "boolean" || other.kind === "category" || other.kind === "date") return merged;
    const least = Math.max(merged.min ?? -Infinity, other.min ?? -Infinity);
    const most = Math.min(merged.max ?? Infinity, other.max ?? Infinity);
    return {
      ...merged,
      min: least === -Infinity ? undefined : least,
      max: most === Infinity ? undefined : most,
      typical: merged.typical ?? other.typical,
    };
  }, first);
}

type DateInput = Extract<Input, { kind: "date" }>;

function mergeDates(first: DateInput, others: Input[]): Input {
  const dates = [first, ...others.filter((other) => other.kind === "date")];
  // ISO texts are in the order of their dates.
  return {
    ...first,
    min: max(dates, (date) => date.min),
    max: min(dates, (date) => date.max),
    typical: dates.find(({ typical }) => typical !== undefined)?.typical,
  };
}

function unionOfInputs(models: Listed[]): Input[] {
  const all = models.flatMap(({ spec }) => spec.inputs);
  const byName = group(all, ({ name }) => name);
  return [...byName.values()].map((inputs) => mergeInputs(inputs as [Input, ...Input[]]));
}

/** Two versions of one model as a question that both answer, under names of their own. */
export function questionOf(champion: Model, challenger: Model): Question {
  const named = (model: Model, title: string): Model => ({
    ...model,
    spec: { ...model.spec, id: model.version, title },
  });
  const models: Question["models"] = [named(champion, "The champion"), named(challenger, "The challenger")];
  return { models, inputs: unionOfInputs(models) };
}

/**
 * The questions that more than one model answers: those that name the same question or, where one names none, are trained
 * on the same table, with a target in the same unit and inputs that agree.
 */
export function findQuestions<M extends Listed>(models: readonly M[]): Question<M>[] {
  const groups: M[][] = [];
  for (const model of models) {
    const members = groups.find((group) => group.every((member) => differenceOf(member, model) === null));
    if (members) members.push(model);
    else groups.push([model]);
  }
  return groups.flatMap((members) => {
    const [first, second, ...others] = members;
    return first && second ? [{ models: [first, second, ...others], inputs: unionOfInputs(members) }] : [];
  });
}
