import { localeOf, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { modelIn, specIn } from "@/lib/model/translate";
import type { Listed } from "@/lib/registry/outline";
import type { Input } from "@/lib/model/spec";
import { group, max, min } from "d3-array";
import { COMPARE_WORDS } from "./words";

/** Two or more models that estimate the same, and all of their inputs. */
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

/** Why two models cannot be compared: what they differ in. */
type Difference = { in: "question" | "table" | "column" | "unit" } | { in: "input"; name: string };

function differenceOf(a: Listed, b: Listed): Difference | null {
  const [one, other] = [a.spec, b.spec];
  if (one.question !== undefined && other.question !== undefined) {
    if (one.question !== other.question) return { in: "question" };
  } else {
    const table = a.provenance.data;
    if (table === null || table !== b.provenance.data) return { in: "table" };
    if (one.target.name !== other.target.name) return { in: "column" };
  }
  if (one.target.unit !== other.target.unit) return { in: "unit" };
  const odd = one.inputs.find((input) => {
    const same = other.inputs.find(({ name }) => name === input.name);
    return same && !meansTheSame(input, same);
  });
  return odd ? { in: "input", name: odd.name } : null;
}

/** Why a model is compared with no other: "House price and Salary were not trained on the same table." */
export function whyAlone(locale: Locale, model: Listed, models: Listed[]): string[] {
  const words = COMPARE_WORDS[locale].alone;
  const own = specIn(model.spec, locale);
  return models.flatMap((other) => {
    const difference = other.spec.id === model.spec.id ? null : differenceOf(model, other);
    if (!difference) return [];
    const { title } = specIn(other.spec, locale);
    if (difference.in !== "input") return [words[difference.in](own.title, title)];
    const label = own.inputs.find(({ name }) => name === difference.name)!.label;
    return [words.input(own.title, title, writerOf(locale).inSentence(label))];
  });
}

/** One input of several models: with the texts of the first, within the bounds of all. */
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

/** Two versions of one model as a question that both answer, with their roles as titles. */
export function questionOf(champion: Model, challenger: Model): Question {
  const words = COMPARE_WORDS[localeOf(champion.spec)];
  const named = (model: Model, title: string): Model => ({
    ...model,
    spec: { ...model.spec, id: model.version, title },
  });
  const models: Question["models"] = [named(champion, words.champion), named(challenger, words.challenger)];
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

/** A question in the language of a reader. Units are texts too, so models are grouped before they are translated. */
export function questionIn({ models }: Question, locale: Locale): Question {
  const translated = models.map((model) => modelIn(model, locale)) as Question["models"];
  return { models: translated, inputs: unionOfInputs(translated) };
}

/** The same of models that are not loaded. */
export function listedIn({ models }: Question<Listed>, locale: Locale): Question<Listed> {
  const translated = models.map((model) => ({ ...model, spec: specIn(model.spec, locale) }));
  return { models: translated as Question<Listed>["models"], inputs: unionOfInputs(translated) };
}
