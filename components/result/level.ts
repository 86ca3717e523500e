import { levelName } from "@/components/query";
import { DEFAULT_LEVEL, levelBounds, parseLevel } from "@/lib/model/answer/level";
import { predict, type Estimated } from "@/lib/model/answer/predict";
import { estimateStep } from "@/lib/model/format";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";

/** Levels of the range that a page offers, as far as the model can give them. */
const OFFERED = [0.5, 0.8, 0.9, 0.95, 0.99];

/** The levels to choose from, with the own one. */
export function offeredLevels(model: Model, own: number): number[] {
  const { lowest, highest } = levelBounds(model);
  const possible = OFFERED.filter((level) => level >= lowest && level <= highest);
  return [...new Set([...possible, own])].sort((a, b) => a - b);
}

/**
 * The level that an address wants.
 *
 * @returns the usual level where the address has none, or has one that the model cannot give: then with that text
 */
export function readLevel(model: Model, query: URLSearchParams): { level: number; unread?: string } {
  const texts = query.getAll(levelName(model.spec));
  if (texts.length === 0) return { level: DEFAULT_LEVEL };
  const unread = texts.join(" and ");
  const parsed = parseLevel(model, unread);
  return "level" in parsed ? parsed : { level: DEFAULT_LEVEL, unread };
}

/** What the figures of a page are rounded to: by the range at the usual level, so that another level changes no estimate. */
export function stepOf(model: Model, inputs: Inputs, { estimate, interval }: Estimated): number {
  const usual = interval && interval.level !== DEFAULT_LEVEL ? predict(model, inputs) : null;
  return estimateStep(estimate, usual && usual.refusal === null ? usual.interval : interval);
}
