import type { PlannedLevels } from "../model/predictor";
import type { Plan } from "./plan";

/** How a language tests the text of a category. */
interface Tests {
  is(text: string): string;
  isIn(texts: string[]): string;
  isNotIn(texts: string[]): string;
}

/** The variables of a category, each with the test of its text by which it is 1. */
export function indicatorTests(levels: PlannedLevels | null, { is, isIn, isNotIn }: Tests): [string, string][] {
  if (levels === null) return [];
  const { groups, others } = levels;
  return groups.flatMap((group, index): [string, string][] => {
    if (group.indicator === null) return [];
    if (index === others)
      return [[group.indicator, isNotIn(groups.flatMap((each) => (each === group ? [] : each.levels)))]];
    return [[group.indicator, group.levels.length === 1 ? is(group.levels[0]!) : isIn(group.levels)]];
  });
}

/** What an export says of how it takes the levels of categories, which the service reads more leniently. */
export function exactLevels({ inputs }: Pick<Plan, "inputs">): string[] {
  if (inputs.every(({ input }) => input.kind !== "category")) return [];
  return ["Levels are matched exactly: give them as the model lists them, in the same case and without spaces around."];
}
