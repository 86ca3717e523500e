import { binary, number, variable } from "../../formula/build";
import { lookUp } from "./encoders";
import { textsOf, type Fitted } from "./fitted";
import type { Column, Transform } from "./workspace";

/** A column that a DictVectorizer makes: a number by its name, or a level of a category. */
interface Feature {
  name: string;
  level: string | null;
}

function featuresOf(step: Fitted): Feature[] {
  const texts = textsOf(step.need("feature_names_")) ?? step.refuse("the names of its features are no texts");
  const separator = step.get("separator") ?? "=";
  if (typeof separator !== "string" || separator === "") step.refuse("what separates its names and levels is no text");
  return texts.map((text) => {
    const at = text.indexOf(separator);
    return at < 0 ? { name: text, level: null } : { name: text.slice(0, at), level: text.slice(at + separator.length) };
  });
}

/** The names that a DictVectorizer takes from a dict. */
export const namesInDicts = (step: Fitted): string[] => [...new Set(featuresOf(step).map(({ name }) => name))];

/** A column for each number, 0 where the dict has none, and a column of 0 and 1 for each level of a text. */
export const vectorize: Transform = (step, columns, workspace) => {
  const features = featuresOf(step);
  workspace.spend(features.length);
  const levels = new Map<string, string[]>();
  for (const { name, level } of features) {
    if (level === null) continue;
    if (!levels.has(name)) levels.set(name, []);
    levels.get(name)!.push(level);
  }
  const columnOf = (name: string) =>
    columns[workspace.positionOf(name) ?? -1] ?? step.refuse(`it takes ${name.slice(0, 60)}, which is not there`);
  const codes = new Map(
    [...levels].map(([name, own]) => {
      const numbers = own.map((_, code) => code);
      return [name, variable(lookUp(columnOf(name), workspace, step, own, numbers, -1))];
    }),
  );
  const counts = new Map<string, number>();
  return features.map(({ name, level }): Column => {
    if (level === null) return workspace.fill(columnOf(name), 0);
    const code = counts.get(name) ?? 0;
    counts.set(name, code + 1);
    const label = `${columnOf(name).label} = ${level.slice(0, 100)}`;
    return { kind: "value", label, expression: binary("==", codes.get(name)!, number(code)) };
  });
};
