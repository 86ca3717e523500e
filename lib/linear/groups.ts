import { encodeValue } from "../model/inputs/kinds";
import { OTHER, type Coding } from "../model/predictor";
import type { Input } from "../model/spec";

/** Each level with a column of its own but the first. */
export const PLAIN: Coding = { pooled: {}, dropped: [] };

export function otherLabel(input: Input): string {
  return (input.kind === "category" ? input.other?.label : undefined) ?? OTHER;
}

/** The levels of a category in groups, each with a column of its own but the first, with which the others are compared. */
export interface Groups {
  /** Its name. */
  category: string;
  /** The position of the category among the inputs. */
  input: number;
  /** Of each group, its level or what its levels are called together. */
  names: string[];
  /** The group of an encoded value; −1 where no row says anything of it. */
  of(value: number): number;
}

/** The groups of the category at a position. */
export function groupLevels(input: Extract<Input, { kind: "category" }>, position: number, coding: Coding): Groups {
  const { levels } = input;
  const shared = new Set(coding.pooled[input.name]);
  const kept = levels.flatMap((_, code) => (shared.has(code) ? [] : [code]));
  const groups = new Int32Array(levels.length + 1).fill(-1);
  kept.forEach((code, group) => (groups[code] = group));
  for (const code of shared) groups[code] = kept.length;
  const { missing } = input;
  // A value that is missing is NaN: the level that is assumed in its place stands for it.
  const assumed = typeof missing === "object" ? encodeValue(input, missing.value) : -1;
  return {
    category: input.name,
    input: position,
    names: [...kept.map((code) => levels[code]!), ...(shared.size > 0 ? [otherLabel(input)] : [])],
    of: (value) => groups[Number.isNaN(value) ? assumed : value] ?? -1,
  };
}
