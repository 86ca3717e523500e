import type { Model } from "../regression/model";
import { DEFAULT_LEVEL } from "../regression/predict";
import type { FieldError } from "./contract";

/** Nearer to 0 an interval says nothing; how near to 1 it can be depends on the model. */
const LOWEST = 0.0001;

/** The levels that can be asked of a model; the highest is rounded down, so that it is one of them. */
export function levelBounds({ uncertainty }: Model): { lowest: number; highest: number } {
  return { lowest: LOWEST, highest: Math.floor(uncertainty.highestLevel * 1e4) / 1e4 };
}

const DECIMAL = /^\d*\.?\d+$/;

/**
 * The level of the interval that a query asks of a model, 0.8 if it does not. Any other parameter is an error, so that a
 * misspelt level cannot pass for the default one.
 *
 * @param isOther whether a call knows a parameter that is not read here
 */
export function readLevel(
  url: string,
  model: Model,
  isOther: (parameter: string) => boolean = () => false,
): { level: number; errors: FieldError[] } {
  if (!url.includes("?")) return { level: DEFAULT_LEVEL, errors: [] };

  const { searchParams } = new URL(url);
  const errors: FieldError[] = [...new Set(searchParams.keys())]
    .filter((name) => name !== "level" && !isOther(name))
    .map((name) => ({ parameter: name, detail: `${name} is not a parameter; the only one is level` }));

  const sent = searchParams.getAll("level");
  const level = sent.length > 0 ? Number(sent[0]) : DEFAULT_LEVEL;
  const understood = sent.length === 0 || (sent.length === 1 && DECIMAL.test(sent[0]!));
  const { lowest, highest } = levelBounds(model);
  if (!understood || level < lowest || level > model.uncertainty.highestLevel) {
    errors.push({ parameter: "level", detail: `level must be one number between ${lowest} and ${highest}` });
  }
  return { level, errors };
}
