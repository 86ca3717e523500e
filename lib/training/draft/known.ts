import { FUNCTION_NAMES } from "../../formula/parse";
import { specShape } from "../../model/spec-shape";

const kinds: string[] = specShape.shape.inputs.element.options.map(({ shape }) => shape.kind.value);
const transforms: string[] = specShape.shape.target.shape.transform.unwrap().options;

/** Whether a description may have a kind of input, a transform of the target or a function in its formulas. */
export const knows = {
  kind: (name: string) => kinds.includes(name),
  transform: (name: string) => transforms.includes(name),
  functions: (...names: string[]) => names.every((name) => FUNCTION_NAMES.includes(name)),
};
