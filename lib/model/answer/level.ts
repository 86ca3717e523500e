import type { Model } from "../model";

/** The level of an interval unless another is wanted. */
export const DEFAULT_LEVEL = 0.8;

/** Nearer to 0 an interval says nothing; how near to 1 it can be depends on the model. */
const LOWEST = 0.0001;

/** Of a model without intervals, for which a level changes nothing. */
const HIGHEST = 0.9999;

/** The levels that a model takes; the highest is rounded down, so that it is one of them. */
export function levelBounds({ uncertainty }: Model): { lowest: number; highest: number } {
  return { lowest: LOWEST, highest: Math.floor((uncertainty?.highestLevel ?? HIGHEST) * 1e4) / 1e4 };
}

const DECIMAL = /^\d*\.?\d+$/;

/** The level of the interval in a text, 0.8 where there is no text; or what it must be. */
export function parseLevel(model: Model, text: string | undefined): { level: number } | { fault: string } {
  if (text === undefined) return { level: DEFAULT_LEVEL };
  const level = Number(text);
  const { lowest, highest } = levelBounds(model);
  if (DECIMAL.test(text) && level >= lowest && level <= (model.uncertainty?.highestLevel ?? HIGHEST)) return { level };
  return { fault: `level must be one number between ${lowest} and ${highest}` };
}
