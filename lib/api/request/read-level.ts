import { DEFAULT_LEVEL, parseLevel } from "../../model/answer/level";
import type { Model } from "../../model/model";
import type { FieldError } from "../problem/schema";
import { readParameters } from "./read-parameters";

/**
 * The level of the interval that a query asks of a model, 0.8 if it does not.
 *
 * @param others parameters that the call knows besides
 */
export function readLevel(
  url: string,
  model: Model,
  others: string[] = [],
): { level: number; errors: FieldError[]; parameters: Partial<Record<string, string>> } {
  const { parameters, errors } = readParameters(url, ["level", "version", ...others]);
  const parsed = parseLevel(model, parameters.level);
  if ("level" in parsed) return { level: parsed.level, errors, parameters };
  return { level: DEFAULT_LEVEL, errors: [...errors, { parameter: "level", detail: parsed.fault }], parameters };
}
