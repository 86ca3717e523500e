import type { z } from "zod";
import type { Inputs } from "../../../model/inputs/schema";
import type { Model } from "../../../model/model";
import { DEFAULT_LEVEL, levelBounds } from "../../../model/answer/level";
import { nameOf } from "../../openapi/names";
import type { Parameter } from "../../resource";

const described = new WeakMap<Model, z.ZodType<unknown, Inputs>>();

/** The inputs of a model as its documentation has them, the same schema for a row and for many. */
export function inputsBody(model: Model): { name: string; schema: z.ZodType<unknown, Inputs> } {
  const { id, title } = model.spec;
  let schema = described.get(model);
  if (!schema) {
    schema = model.schema.describe(`The inputs of the model ${title}, by name.`) as z.ZodType<unknown, Inputs>;
    described.set(model, schema);
  }
  return { name: `${nameOf(id)}Inputs`, schema };
}

/** The version that answers. */
export const versionParameter: Parameter = {
  description:
    "The version to use; the champion if it is left out. Other versions need a key with the scope publish, or the cookie of a login.",
  schema: { type: "string", pattern: "^[0-9a-f]{12}$" },
};

/** The level of the interval that a call of a model may have. */
export function levelParameter(model: Model): Parameter {
  const { lowest, highest } = levelBounds(model);
  return {
    description: "The probability that the interval contains the actual value.",
    schema: { type: "number", minimum: lowest, maximum: highest, default: DEFAULT_LEVEL },
  };
}
